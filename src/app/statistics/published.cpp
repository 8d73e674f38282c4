#include "app/statistics/published.hpp"

#include <iterator>
#include <map>
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

/// Dimensions that only name the members of another, "region_name" of "region": the naming one, and the
/// named.
std::map<std::size_t, std::size_t> naming_dimensions(const Statistic& statistic) {
    std::map<std::size_t, std::size_t> naming;
    for (std::size_t k = 0; k < statistic.dimensions.size(); ++k)
        for (std::size_t named = 0; named < statistic.dimensions.size(); ++named)
            if (statistic.dimensions[k].name == statistic.dimensions[named].name + "_name") naming[k] = named;
    for (auto pair = naming.begin(); pair != naming.end();) {
        std::map<std::uint32_t, std::uint32_t> name_of;
        bool is_one = true;
        for (std::size_t row = 0; row < statistic.rows() && is_one; ++row) {
            const auto name = statistic.place(row, pair->first);
            is_one = name_of.try_emplace(statistic.place(row, pair->second), name).first->second == name;
        }
        pair = is_one ? std::next(pair) : naming.erase(pair);
    }
    return naming;
}

/// Gives each member the name that the naming dimension has for it.
void name_members(
    Dataset::Dimension& kept, const Statistic& statistic, std::size_t naming, std::size_t named) {
    for (std::size_t row = 0; row < statistic.rows(); ++row)
        kept.members[statistic.place(row, named)].label = statistic.member(row, naming).label;
}

}  // namespace

Dataset dataset_of(const Statistic& statistic, const Provenance& from) {
    Dataset dataset;
    dataset.title = from.title.empty() ? statistic.title : from.title;
    dataset.source = from.source;
    dataset.licence = from.licence;
    dataset.digest = from.digest;
    const auto naming = naming_dimensions(statistic);
    for (std::size_t k = 0; k < statistic.dimensions.size(); ++k) {
        if (naming.contains(k)) continue;
        const auto& dimension = statistic.dimensions[k];
        auto& kept = dataset.dimensions.emplace_back(Dataset::Dimension{dimension.name, {}});
        for (const auto& member : dimension.members()) kept.members.push_back({member.code, member.label});
        for (const auto& [names, named] : naming)
            if (named == k) name_members(kept, statistic, names, named);
    }
    return dataset;
}

std::vector<Dataset::Cell> cells_of(const Statistic& statistic) {
    const auto naming = naming_dimensions(statistic);
    std::vector<Dataset::Cell> cells;
    cells.reserve(statistic.rows());
    for (std::size_t row = 0; row < statistic.rows(); ++row) {
        std::int64_t place = 0;
        for (std::size_t k = 0; k < statistic.dimensions.size(); ++k)
            if (!naming.contains(k))
                place = place * static_cast<std::int64_t>(statistic.dimensions[k].size()) +
                        statistic.place(row, k);
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
