#include "engine/regional/change/entry_exit.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"
#include "engine/regional/analysis.hpp"
#include "engine/regional/change/periods.hpp"

/// What comes to a region and goes, by how related it was to what the region had.
namespace medskapa::app {
namespace {

AnalysisResult::Row tenth_row(const char* note, std::size_t number, const regional::DensityDecile& tenth) {
    const auto name = std::to_string(number);
    return {std::string{note} + "-" + name, name, note, {},
        {tenth.lowest, tenth.highest, static_cast<double>(tenth.cells), static_cast<double>(tenth.changed),
            tenth.rate()}};
}

void add_tenths(
    AnalysisResult& result, const char* note, const std::vector<regional::DensityDecile>& tenths) {
    double cells = 0;
    double changed = 0;
    for (std::size_t k = 0; k < tenths.size(); ++k) {
        result.rows.push_back(tenth_row(note, k + 1, tenths[k]));
        cells += static_cast<double>(tenths[k].cells);
        changed += static_cast<double>(tenths[k].changed);
    }
    result.numbers[std::string{note} + "_cells"] = cells;
    result.numbers[std::string{note} + "_changed"] = changed;
}

/// The region's own industries that came or went, with how related each was before.
void add_own(AnalysisResult& result, const AnalysisInput& input, const regional::Analysis& before,
    const regional::Analysis& after, const std::vector<bool>& missing, std::size_t region) {
    for (std::size_t k = 0; k < after.table.industries.size(); ++k) {
        const bool had = before.present.has(region, k);
        if (had == after.present.has(region, k) || missing[region * after.table.industries.size() + k])
            continue;
        const auto& code = after.table.industries[k];
        result.rows.push_back({code, input.industry_label(code), had ? "went" : "came", {},
            {before.densities.at(region, k), std::nullopt, std::nullopt, std::nullopt, std::nullopt}});
    }
    result.numbers["came"] = static_cast<double>(result.noted("came").size());
    result.numbers["went"] = static_cast<double>(result.noted("went").size());
}

}  // namespace

Result<AnalysisResult> entry_exit_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto from = value_of(parameters, asked::from);
    const auto first = read_input(dataset, cells, parameters, from);
    if (!first) return tl::unexpected{first.error()};
    const auto last = read_input(dataset, cells, parameters, value_of(parameters, asked::period));
    if (!last) return tl::unexpected{last.error()};
    auto until = value_of(parameters, asked::period);
    if (until.empty() && !last->periods.empty()) until = last->periods.back();
    if (from.empty() || from == until)
        return refuse(Failure::Kind::invalid, {{asked::from, N_("Choose two different times to compare")}});
    const auto pair = regional::aligned({first->table, last->table});
    const auto before = regional::analyse(pair[0], {}, [](const char*, double) {});
    const auto after = regional::analyse(pair[1], {}, [](const char*, double) {});
    const auto code = value_of(parameters, asked::region);
    const auto& regions = after.table.regions;
    if (const auto known = last->region(code); !known) return tl::unexpected{known.error()};
    const auto at = std::find(regions.begin(), regions.end(), code);
    auto missing = before.table.missing;
    for (std::size_t k = 0; k < missing.size(); ++k) missing[k] = missing[k] || after.table.missing[k];

    AnalysisResult result;
    result.texts = {
        {"region", code}, {"region_label", last->region_label(code)}, {"from", from}, {"period", until}};
    result.number_columns = {"lowest", "highest", "cells", "changed", "rate"};
    const auto rates = regional::entry_exit(before.present, after.present, before.densities, missing);
    add_tenths(result, "entry", rates.entries);
    add_tenths(result, "exit", rates.exits);
    add_own(result, *last, before, after, missing, static_cast<std::size_t>(at - regions.begin()));
    result.numbers["regions"] = static_cast<double>(regions.size());
    result.warnings = after.warnings;
    return result;
}

}  // namespace medskapa::app
