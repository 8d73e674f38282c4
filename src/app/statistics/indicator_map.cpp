#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"
#include "app/statistics/outlines.hpp"

#include <algorithm>

/// One number for each place, on the borders that are known.
namespace medskapa::app {
namespace {

/// A place of the county that is asked about, or any; a county itself is none among municipalities.
bool is_asked_for(const std::string& county, const std::string& code) {
    return county.empty() || (code != county && county_of(code) == county);
}

AnalysisResult::Row row_of(const PlaceValue& place, const Outlines& outlines) {
    AnalysisResult::Row row{place.place.code, place.place.label, place.note, {""},
        {place.value, std::nullopt, std::nullopt, std::nullopt}};
    const auto outline = outlines.by_code.find(row.code);
    if (outline == outlines.by_code.end()) return row;
    row.texts = {outline->second.path};
    row.numbers = {place.value, outline->second.x, outline->second.y, outline->second.width};
    return row;
}

/// What the chosen members of the other dimensions are called: "Förvärvsfrekvens, kvinnor".
std::string chosen_labels(const Dataset& dataset, const Parameters& parameters) {
    std::string labels;
    for (const auto& dimension : dataset.dimensions)
        for (const auto& member : dimension.members)
            if (value_of(parameters, asked::only + dimension.name) == member.code)
                labels += (labels.empty() ? "" : ", ") + member.label;
    return labels;
}

}  // namespace

Result<AnalysisResult> indicator_map_of(const Dataset& dataset, const std::vector<Dataset::Cell>& cells,
    const Parameters& parameters, const Borders& borders) {
    auto places = read_places(dataset, cells, parameters);
    if (!places) return tl::unexpected{places.error()};
    const auto county = value_of(parameters, asked::region);
    std::erase_if(*places, [&](const PlaceValue& one) { return !is_asked_for(county, one.place.code); });
    if (places->size() < 2)
        return refuse(Failure::Kind::invalid,
            {{asked::region, N_("There are fewer than two places to show. Choose a county, or all places")}});
    std::set<std::string> codes;
    for (const auto& one : *places) codes.insert(one.place.code);
    const auto outlines = outlines_of(borders.areas, codes);

    AnalysisResult result;
    result.texts = {
        {"what", chosen_labels(dataset, parameters)}, {"period", value_of(parameters, asked::period)}};
    if (!county.empty())
        result.texts["region_label"] = county_name(county).empty() ? county : county_name(county);
    if (!outlines.by_code.empty()) result.texts["borders"] = borders.source;
    result.text_columns = {"outline"};
    result.number_columns = {"value", "x", "y", "width"};
    for (const auto& one : *places) result.rows.push_back(row_of(one, outlines));
    std::stable_sort(result.rows.begin(), result.rows.end(), [](const auto& a, const auto& b) {
        if (a.numbers[0].has_value() != b.numbers[0].has_value()) return a.numbers[0].has_value();
        return a.numbers[0].value_or(0) > b.numbers[0].value_or(0);
    });
    result.numbers["map_width"] = outlines.width;
    result.numbers["height"] = outlines.height;
    for (const auto* note : {"", "few", "withheld", "missing"})
        result.numbers[*note == '\0' ? "known" : note] = static_cast<double>(result.noted(note).size());
    return result;
}

}  // namespace medskapa::app
