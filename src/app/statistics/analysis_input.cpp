#include "app/statistics/dataset_cut.hpp"
#include "app/statistics/industry_sums.hpp"
#include "app/statistics/region_sums.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t most_industries = 4'000;  // two bytes for each pair of them
constexpr std::size_t most_pairs = 2'000'000;   // of a region and an industry

/// The codes of a dimension with their labels, summed to counties where that is asked.
std::string region_code(const std::string& code, const Parameters& parameters) {
    return value_of(parameters, asked::level) == "county" ? county_of(code) : code;
}

/// Which regions count: all, but at the level of counties no municipality whose county has a row of its own.
std::vector<bool> counted_regions(const std::vector<Dataset::Member>& regions, const Parameters& parameters) {
    std::set<std::string> codes;
    for (const auto& member : regions) codes.insert(member.code);
    std::vector<bool> counted;
    for (const auto& member : regions) {
        const auto code = region_code(member.code, parameters);
        counted.push_back(code == member.code || !codes.contains(code));
    }
    return counted;
}

void note_region(AnalysisInput& input, const Dataset::Member& member, const Parameters& parameters) {
    const auto code = region_code(member.code, parameters);
    const auto name = code == member.code ? member.label : county_name(code);
    input.region_labels.try_emplace(code, name.empty() ? code : name);
}

Result<regional::Table> at_level(regional::Table table, const Parameters& parameters) {
    if (value_of(parameters, asked::level) != "county") return table;
    regional::Grouping groups;
    for (const auto& code : table.regions) groups[code] = county_of(code);
    return regional::by_region_group(table, groups);
}

void note_hidden(AnalysisInput& input, regional::TableBuilder& builder, const AnalysisInput::Pair& at,
    const std::string& region, Dataset::Shown how) {
    (how == Dataset::Shown::few ? input.few : input.withheld).insert(at);
    builder.add(region, at.second, std::nullopt);
}

}  // namespace

std::string AnalysisInput::region_label(const std::string& code) const {
    if (code.ends_with(rest_mark))
        return "Övriga " + region_label(code.substr(0, code.size() - rest_mark.size()));
    const auto found = region_labels.find(code);
    return found == region_labels.end() ? code : found->second;
}

std::string AnalysisInput::industry_label(const std::string& code) const {
    const auto found = industry_labels.find(code);
    return found == industry_labels.end() ? code : found->second;
}

std::string AnalysisInput::why_none(const std::string& region, const std::string& industry) const {
    if (withheld.contains({region, industry})) return "withheld";
    return few.contains({region, industry}) ? "few" : "missing";
}

Result<std::size_t> AnalysisInput::region(const std::string& code) const {
    if (wholes.contains(code))
        return refuse_parameter(asked::region,
            N_("{} holds other regions of the dataset, and is not compared with them. Choose one of those, "
               "or sum the municipalities to counties"),
            {region_label(code)});
    const auto found = std::find(table.regions.begin(), table.regions.end(), code);
    if (found == table.regions.end())
        return refuse_parameter(
            asked::region, N_("The dataset has no region \"{}\". Choose one of those that it has"), {code});
    return static_cast<std::size_t>(found - table.regions.begin());
}

Result<AnalysisInput> read_input(const Dataset& dataset, const std::vector<Dataset::Cell>& cells,
    const Parameters& parameters, const std::string& period) {
    const auto way = cut(dataset, parameters, {asked::regions, asked::industries}, period);
    if (!way) return tl::unexpected{way.error()};
    const auto& regions = dataset.dimensions[way->through[0]].members;
    const auto& industries = dataset.dimensions[way->through[1]].members;
    if (industries.size() > most_industries || regions.size() * industries.size() > most_pairs)
        return refuse_parameter(asked::industries, N_("\"{}\" has too many values. Choose another dimension"),
            {value_of(parameters, asked::industries)});
    AnalysisInput input;
    const auto counted = counted_regions(regions, parameters);
    for (std::size_t k = 0; k < regions.size(); ++k)
        if (counted[k]) note_region(input, regions[k], parameters);
    for (const auto& member : industries) input.industry_labels[member.code] = member.label;
    if (const auto time = position_of(dataset, value_of(parameters, asked::periods)))
        for (const auto& member : dataset.dimensions[*time].members) input.periods.push_back(member.code);

    regional::TableBuilder builder;
    for (const auto& cell : cells) {
        const auto members = dataset.members_at(cell.place);
        if (!way->holds(members) || !counted[members[way->through[0]]]) continue;
        const auto& region = regions[members[way->through[0]]].code;
        const auto& industry = industries[members[way->through[1]]].code;
        if (cell.is_hidden())
            note_hidden(input, builder, {region_code(region, parameters), industry}, region, cell.shown);
        else
            builder.add(region, industry, cell.value);
    }
    auto table = builder.finish();
    if (!table) return tl::unexpected{table.error()};
    auto levelled = at_level(*std::move(table), parameters);
    if (!levelled) return tl::unexpected{levelled.error()};
    auto separated = separate_sums(
        without_industry_sums(*std::move(levelled), input.industry_labels), input.region_labels);
    if (!separated) return tl::unexpected{separated.error()};
    input.table = std::move(separated->table);
    input.wholes = std::move(separated->wholes);
    return input;
}

Result<FlowInput> read_flows(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto way =
        cut(dataset, parameters, {asked::regions, asked::destinations}, value_of(parameters, asked::period));
    if (!way) return tl::unexpected{way.error()};
    FlowInput input;
    regional::FlowBuilder builder;
    for (const auto& cell : cells) {
        const auto members = dataset.members_at(cell.place);
        if (!way->holds(members)) continue;
        const auto& from = dataset.dimensions[way->through[0]].members[members[way->through[0]]];
        const auto& to = dataset.dimensions[way->through[1]].members[members[way->through[1]]];
        input.labels.try_emplace(from.code, from.label);
        input.labels.try_emplace(to.code, to.label);
        input.few += cell.is_hidden() ? 1 : 0;
        builder.add(from.code, to.code, cell.is_hidden() ? std::nullopt : cell.value);
    }
    auto flows = builder.finish();
    if (!flows) return tl::unexpected{flows.error()};
    input.flows = *std::move(flows);
    return input;
}

}  // namespace medskapa::app
