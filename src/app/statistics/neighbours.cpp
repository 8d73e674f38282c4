#include "engine/regional/neighbours/neighbours.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"

#include <algorithm>

/// Who is alike, and where the region stands among those.
namespace medskapa::app {
namespace {

constexpr std::size_t most_neighbours = 5;

/// Each measure is a block of its own, so that all weigh alike.
regional::RegionVariables variables_of(const MeasureInput& input) {
    regional::RegionVariables variables;
    for (const auto& region : input.regions) variables.regions.push_back(region.code);
    for (const auto& measure : input.measures) variables.variables.push_back(measure.code);
    variables.blocks = variables.variables;
    variables.values = input.values;
    return variables;
}

/// The measures that part two regions least or most, by name.
std::string telling(
    const MeasureInput& input, const regional::Standardised& scale, const std::vector<std::size_t>& kept) {
    std::string labels;
    for (const auto one : kept)
        labels += (labels.empty() ? "" : "; ") + input.measures[scale.kept[one]].label;
    return labels;
}

void add_neighbours(AnalysisResult& result, const MeasureInput& input,
    const regional::StructuralNeighbours& found, std::size_t region) {
    using regional::Parting;
    for (const auto& near : found.nearest[region]) {
        const auto& [code, label] = input.regions[near.region];
        result.rows.push_back({code, label, "neighbour",
            {telling(input, found.scale, most_telling(found.scale, region, near.region, Parting::least)),
                telling(input, found.scale, most_telling(found.scale, region, near.region, Parting::most))},
            {near.distance, {}, {}, {}, {}, {}, {}, {}}});
    }
}

/// Of the neighbours that have the measure: the lowest and the highest.
std::pair<std::optional<double>, std::optional<double>> ends_of(const regional::RegionVariables& variables,
    const std::vector<regional::Neighbour>& near, std::size_t measure) {
    std::optional<double> low;
    std::optional<double> high;
    for (const auto& one : near)
        if (const auto value = variables.at(one.region, measure)) {
            low = std::min(low.value_or(*value), *value);
            high = std::max(high.value_or(*value), *value);
        }
    return {low, high};
}

void add_measures(AnalysisResult& result, const MeasureInput& input,
    const regional::RegionVariables& variables, const regional::StructuralNeighbours& found,
    std::size_t region) {
    for (std::size_t k = 0; k < variables.variables.size(); ++k) {
        const auto among = regional::benchmark(variables, found, region, k);
        const auto [low, high] = ends_of(variables, found.nearest[region], k);
        const auto& [code, label] = input.measures[k];
        result.rows.push_back({code, label, "measure", {"", ""},
            {std::nullopt, among.value, among.median, among.low_quartile, among.high_quartile, low, high,
                among.rank ? std::optional{static_cast<double>(*among.rank)} : std::nullopt}});
    }
}

}  // namespace

Result<AnalysisResult> neighbours_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto input = read_measures(dataset, cells, parameters);
    if (!input) return tl::unexpected{input.error()};
    const auto code = value_of(parameters, asked::region);
    const auto at = std::find_if(input->regions.begin(), input->regions.end(),
        [&](const Dataset::Member& member) { return member.code == code; });
    if (at == input->regions.end())
        return refuse_parameter(
            asked::region, N_("The dataset has no region \"{}\". Choose one of those that it has"), {code});
    const auto region = static_cast<std::size_t>(at - input->regions.begin());
    const auto variables = variables_of(*input);
    const auto found = regional::structural_neighbours(variables, most_neighbours);
    if (found.nearest[region].empty())
        return refuse_parameter(asked::region,
            N_("No other region has enough of the same measures to compare. Choose other statistics"));

    AnalysisResult result;
    result.texts = {
        {"region", code}, {"region_label", at->label}, {"period", value_of(parameters, asked::period)}};
    result.text_columns = {"alike", "unlike"};
    result.number_columns = {
        "distance", "value", "median", "low_quartile", "high_quartile", "lowest", "highest", "rank"};
    add_neighbours(result, *input, found, region);
    add_measures(result, *input, variables, found, region);
    result.numbers = {{"regions", static_cast<double>(input->regions.size())},
        {"measures", static_cast<double>(found.scale.kept.size())},
        {"neighbours", static_cast<double>(found.nearest[region].size())}};
    result.warnings = found.warnings;
    return result;
}

}  // namespace medskapa::app
