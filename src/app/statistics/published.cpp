#include "app/statistics/published.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

using regional::read::Area;
using regional::read::Statistic;

/// The coordinates of a GeoJSON MultiPolygon.
std::string coordinates(const Area& area) {
    auto polygons = nlohmann::json::array();
    for (const auto& polygon : area.polygons) {
        auto rings = nlohmann::json::array();
        for (const auto& ring : polygon) {
            auto positions = nlohmann::json::array();
            for (const auto& at : ring) positions.push_back({at.longitude, at.latitude});
            rings.push_back(std::move(positions));
        }
        polygons.push_back(std::move(rings));
    }
    return polygons.dump();
}

}  // namespace

Dataset dataset_of(const Statistic& statistic, const Provenance& from) {
    Dataset dataset;
    dataset.title = from.title.empty() ? statistic.title : from.title;
    dataset.source = from.source;
    dataset.licence = from.licence;
    dataset.digest = from.digest;
    for (const auto& dimension : statistic.dimensions) {
        auto& kept = dataset.dimensions.emplace_back(Dataset::Dimension{dimension.name, {}});
        for (const auto& member : dimension.members()) kept.members.push_back({member.code, member.label});
    }
    return dataset;
}

std::vector<Dataset::Cell> cells_of(const Statistic& statistic) {
    std::vector<Dataset::Cell> cells;
    cells.reserve(statistic.rows());
    for (std::size_t row = 0; row < statistic.rows(); ++row) {
        std::int64_t place = 0;
        for (std::size_t k = 0; k < statistic.dimensions.size(); ++k)
            place =
                place * static_cast<std::int64_t>(statistic.dimensions[k].size()) + statistic.place(row, k);
        cells.push_back({place, statistic.value(row), statistic.sign(row)});
    }
    return cells;
}

RegionMap map_of(RegionMap::Level level, const Provenance& from) {
    RegionMap map;
    map.level = level;
    map.source = from.source;
    map.licence = from.licence;
    map.digest = from.digest;
    return map;
}

std::vector<RegionMap::Area> areas_of(const std::vector<Area>& read) {
    std::vector<RegionMap::Area> areas;
    for (const auto& area : read) areas.push_back({area.code, area.name, coordinates(area)});
    return areas;
}

}  // namespace medskapa::app
