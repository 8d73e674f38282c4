#include "engine/regional/read/borders.hpp"

#include "engine/regional/read/json/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace medskapa::regional::read {
namespace {

using nlohmann::json;

constexpr auto wrong_ring =
    N_("\"{}\" is no closed ring of at least four positions in degrees (longitude -180 to 180, latitude -90 "
       "to 90). "
       "Export the map in WGS 84.");

std::optional<Position> position_of(const json& pair) {
    if (!pair.is_array() || pair.size() < 2 || !pair[0].is_number() || !pair[1].is_number())
        return std::nullopt;
    const Position position{pair[0].get<double>(), pair[1].get<double>()};
    const bool is_on_earth = -180 <= position.longitude && position.longitude <= 180 &&
                             -90 <= position.latitude && position.latitude <= 90;
    if (!is_on_earth) return std::nullopt;
    return position;
}

std::optional<Ring> ring_of(const json& positions) {
    if (!positions.is_array() || positions.size() < 4 || positions.front() != positions.back())
        return std::nullopt;
    Ring ring;
    for (const auto& pair : positions) {
        const auto position = position_of(pair);
        if (!position) return std::nullopt;
        ring.push_back(*position);
    }
    return ring;
}

Result<std::vector<Ring>> polygon_of(const json& rings, const std::string& path) {
    if (!rings.is_array() || rings.empty()) return refuse_member(path, wrong_ring);
    std::vector<Ring> polygon;
    for (std::size_t k = 0; k < rings.size(); ++k) {
        auto ring = ring_of(rings[k]);
        if (!ring) return refuse_member(path + "[" + std::to_string(k) + "]", wrong_ring);
        polygon.push_back(std::move(*ring));
    }
    return polygon;
}

Result<std::vector<std::vector<Ring>>> polygons_of(const json& feature, const std::string& path) {
    const auto* geometry = member(feature, "geometry");
    const auto kind = geometry != nullptr ? text_member(*geometry, "type") : std::string{};
    const auto* coordinates = geometry != nullptr ? member(*geometry, "coordinates") : nullptr;
    const bool is_polygon = kind == "Polygon" || kind == "MultiPolygon";
    if (!is_polygon || coordinates == nullptr || !coordinates->is_array() || coordinates->empty()) {
        return refuse_member(
            path + ".geometry", N_("\"{}\" is neither a Polygon nor a MultiPolygon. Give areas only."));
    }
    const auto at = path + ".geometry.coordinates";
    const json single = kind == "Polygon" ? json::array({*coordinates}) : json{};
    std::vector<std::vector<Ring>> polygons;
    for (const auto& rings : kind == "Polygon" ? single : *coordinates) {
        auto polygon = polygon_of(rings, at + "[" + std::to_string(polygons.size()) + "]");
        if (!polygon) return tl::unexpected{polygon.error()};
        polygons.push_back(std::move(*polygon));
    }
    return polygons;
}

bool has_number(const json& of, const char* name) {
    const auto* code = member(of, name);
    return code != nullptr && code->is_number();
}

/// A number is no code: leading zeros are gone from it already.
tl::unexpected<Failure> without_code(const json& feature, const std::string& path) {
    const auto* properties = member(feature, "properties");
    const auto of_properties = path + ".properties.code";
    const bool is_number =
        properties != nullptr && (has_number(*properties, "code") || has_number(*properties, "id"));
    if (is_number || has_number(feature, "id"))
        return refuse_member(is_number ? of_properties : path + ".id",
            N_("\"{}\" is a number, which loses the zeros that a code begins with. Write it as text, between "
               "quotation marks."));
    return refuse_member(of_properties, N_("\"{}\" is missing. Give every area its code as text."));
}

Result<Area> area_of(const json& feature, const std::string& path) {
    Area area;
    if (const auto* properties = member(feature, "properties")) {
        area.code = text_member(*properties, "code");
        if (area.code.empty()) area.code = text_member(*properties, "id");
        area.name = text_member(*properties, "name");
    }
    if (area.code.empty()) area.code = text_member(feature, "id");
    if (area.code.empty()) return without_code(feature, path);
    auto polygons = polygons_of(feature, path);
    if (!polygons) return tl::unexpected{polygons.error()};
    area.polygons = std::move(*polygons);
    return area;
}

}  // namespace

Result<std::vector<Area>> read_borders(std::string_view bytes) {
    const auto whole = read_json(bytes);
    if (!whole) return tl::unexpected{whole.error()};
    const auto* features = member(*whole, "features");
    if (features == nullptr || !features->is_array() || features->empty())
        return refuse_member(
            "features", N_("\"{}\" is no list with areas, so this is no map. Give a FeatureCollection."));
    std::vector<Area> areas;
    std::set<std::string> codes;
    for (const auto& feature : *features) {
        const auto path = "features[" + std::to_string(areas.size()) + "]";
        auto area = area_of(feature, path);
        if (!area) return tl::unexpected{area.error()};
        if (!codes.insert(area->code).second)
            return refuse_member(path + ".properties.code",
                N_("\"{}\" is the code of an earlier area too. Give each its own."));
        areas.push_back(std::move(*area));
    }
    return areas;
}

Box box_around(const Area& area) {
    Box box{area.polygons.front().front().front(), area.polygons.front().front().front()};
    for (const auto& polygon : area.polygons) {
        for (const auto& [longitude, latitude] : polygon.front()) {
            box.south_west = {
                std::min(box.south_west.longitude, longitude), std::min(box.south_west.latitude, latitude)};
            box.north_east = {
                std::max(box.north_east.longitude, longitude), std::max(box.north_east.latitude, latitude)};
        }
    }
    return box;
}

}  // namespace medskapa::regional::read
