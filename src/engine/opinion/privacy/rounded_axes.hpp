#pragma once

#include "engine/opinion/plane/plane.hpp"

#include <functional>
#include <optional>

namespace medskapa::opinion {

/// The axes of a map in whole numbers, so that equal places are equal doubles everywhere and everybody can
/// place themselves. By statement of the votes on the map.
struct RoundedAxes {
    std::vector<int> center;                     // hundredths of the mean vote
    std::array<std::vector<int>, 2> directions;  // 64ths of the components

    double center_of(std::size_t statement) const { return center[statement] / 100.0; }
    double direction_of(std::size_t axis, std::size_t statement) const {
        return directions[axis][statement] / 64.0;
    }
};

RoundedAxes rounded_axes(const Plane&);
/// Where somebody with these votes stands; the origin without votes. O(votes).
Point place_of(const RoundedAxes&, std::span<const Ballot>);

/// The places of every ballot that somebody on the map could have, of so few statements that all can be
/// tried; nothing beyond `most_tried`.
std::optional<std::vector<Point>> possible_places(const RoundedAxes&);
inline constexpr std::size_t most_tried = 12;

/// The same one by one, for a number of them that need not fit in memory: up to 4^statements.
void each_possible_place(const RoundedAxes&, const std::function<void(Point)>& visit);

}  // namespace medskapa::opinion
