#include "app/statistics/dataset_cut.hpp"

#include <algorithm>
#include <numeric>

/// Numbers of places that are no amounts: they may be below zero, and one that is not there is missing.
namespace medskapa::app {
namespace {

/// The members of a dimension in the order of their codes.
std::vector<std::size_t> by_code(const Dataset::Dimension& dimension) {
    std::vector<std::size_t> order(dimension.members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return dimension.members[a].code < dimension.members[b].code; });
    return order;
}

/// Where each member stands in an order.
std::vector<std::size_t> places_in(const std::vector<std::size_t>& order) {
    std::vector<std::size_t> places(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) places[order[k]] = k;
    return places;
}

}  // namespace

Result<std::vector<PlaceValue>> read_places(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto way = cut(dataset, parameters, {asked::regions}, value_of(parameters, asked::period));
    if (!way) return tl::unexpected{way.error()};
    std::vector<PlaceValue> places;
    for (const auto& member : dataset.dimensions[way->through[0]].members)
        places.push_back({member, std::nullopt, "missing"});
    for (const auto& cell : cells) {
        const auto members = dataset.members_at(cell.place);
        if (!way->holds(members)) continue;
        auto& place = places[members[way->through[0]]];
        place.value = cell.is_hidden() ? std::nullopt : cell.value;
        place.note = cell.is_hidden() ? std::string{name_of(cell.shown)} : cell.value ? "" : "missing";
    }
    return places;
}

Result<MeasureInput> read_measures(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto way =
        cut(dataset, parameters, {asked::regions, asked::industries}, value_of(parameters, asked::period));
    if (!way) return tl::unexpected{way.error()};
    const auto& regions = dataset.dimensions[way->through[0]];
    const auto& measures = dataset.dimensions[way->through[1]];
    constexpr std::size_t most_values = 2'000'000;
    if (regions.members.size() * measures.members.size() > most_values)
        return refuse_parameter(
            asked::industries, N_("\"{}\" has too many values. Choose another dimension"), {measures.name});
    MeasureInput input;
    const auto order = by_code(regions);
    for (const auto k : order) input.regions.push_back(regions.members[k]);
    input.measures = measures.members;
    input.values.resize(regions.members.size() * measures.members.size());
    const auto places = places_in(order);
    for (const auto& cell : cells) {
        const auto members = dataset.members_at(cell.place);
        if (!way->holds(members) || cell.is_hidden()) continue;
        input.values[places[members[way->through[0]]] * input.measures.size() + members[way->through[1]]] =
            cell.value;
    }
    return input;
}

}  // namespace medskapa::app
