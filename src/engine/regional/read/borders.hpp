#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional::read {

/// Degrees in WGS 84.
struct Position {
    double longitude;  // -180..180, east is positive
    double latitude;   // -90..90, north is positive
};

/// At least four positions, the last equal to the first.
using Ring = std::vector<Position>;

struct Area {
    std::string code;
    std::string name;
    std::vector<std::vector<Ring>> polygons;  // each an outer ring and then its holes
};

/// Borders from a GeoJSON FeatureCollection (RFC 7946) of polygons whose properties have `code` (or `id`) and
/// perhaps `name`. Refuses other geometries, rings that are open or too short, positions that are not on
/// Earth, and a code that stands twice, naming the feature. O(bytes).
Result<std::vector<Area>> read_borders(std::string_view bytes);

/// The smallest box of degrees around an area.
struct Box {
    Position south_west;
    Position north_east;
};
Box box_around(const Area&);

}  // namespace medskapa::regional::read
