#pragma once

#include "domain/statistics/dataset.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace medskapa::app {

inline constexpr double map_width = 520;   // units that outlines are drawn in, at most
inline constexpr double map_height = 900;  // likewise

/// A place as it is drawn on a map: a path of SVG in whole units, and the middle of its largest part.
struct Outline {
    std::string path;
    double x = 0;
    double y = 0;
    double width = 0;  // of the largest part
};
struct Outlines {
    std::map<std::string, Outline> by_code;
    double width = 0;
    double height = 0;
};

/// The areas with those codes, north up: longitudes shortened by the cosine of the middle latitude, so that
/// the middle has its right shape, and rounded, so that neighbours meet in the same points. Empty where none
/// has borders. Throws std::logic_error for coordinates that are none. O(points).
Outlines outlines_of(const std::vector<RegionMap::Area>&, const std::set<std::string>& codes);

}  // namespace medskapa::app
