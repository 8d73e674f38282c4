#pragma once

#include "engine/opinion/groups/grouping.hpp"

namespace medskapa::opinion {

/// Points gathered into places, so that searching for groups costs the same however many people there are.
struct Gathered {
    std::vector<Spot> spots;             // rising by place
    std::vector<std::uint32_t> spot_of;  // by point
};

/// Coordinates are rounded to 2^-26 and equal points become one spot; beyond `most_spots` distinct places,
/// those that share a cell of a fine grid become one spot at their mean. Depends on where points are, not on
/// their order: rounding takes away what the order of statements may leave in the last bits.
Gathered gather(std::span<const Point>);

inline constexpr std::size_t most_spots = 2500;

}  // namespace medskapa::opinion
