#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"
#include "engine/regional/relatedness/opportunities.hpp"

#include <algorithm>
#include <cmath>

/// How a region's industries hang together: their variety over time, and what lies near what it has.
namespace medskapa::app {
namespace {

constexpr std::size_t reasons_given = 3;
constexpr double half = 0.5;

regional::Grouping sections_of(const regional::Table& table) {
    regional::Grouping groups;
    for (const auto& code : table.industries)
        if (const char section = section_of(code); section != ' ') groups[code] = std::string{section};
    return groups;
}

/// The standard error of the entropy of a region's industries in bits, were its people drawn by chance:
/// the square root of (sum p log2(p)^2 - H^2) / N. None where nobody is.
std::optional<double> error_of_entropy(const regional::Table& table, std::size_t region, double total) {
    if (total <= 0) return std::nullopt;
    double entropy = 0;
    double squares = 0;
    for (std::size_t k = 0; k < table.industries.size(); ++k) {
        const double part = table.at(region, k) / total;
        if (part <= 0) continue;
        const double bits = std::log2(part);
        entropy -= part * bits;
        squares += part * bits * bits;
    }
    return std::sqrt(std::max(0.0, squares - entropy * entropy) / total);
}

AnalysisResult::Row variety_row(const AnalysisInput& input, std::size_t region, const std::string& period) {
    const auto sums = regional::totals(input.table);
    const auto seen = regional::profile(input.table, sums, region, sections_of(input.table));
    return {period, period, "", {},
        {seen.entropy, seen.unrelated_variety, seen.related_variety, seen.krugman, sums.region[region],
            error_of_entropy(input.table, region, sums.region[region])}};
}

std::string word_of(regional::Quadrant quadrant) {
    switch (quadrant) {
        case regional::Quadrant::high_road: return "near_and_complex";
        case regional::Quadrant::casino: return "far_and_complex";
        case regional::Quadrant::slow_road: return "near_and_simple";
        case regional::Quadrant::dead_end: return "far_and_simple";
    }
    return {};
}

/// The industries that an opportunity is near, those that carry most first.
std::string because(const AnalysisInput& input, const regional::Analysis& analysis, std::size_t region,
    std::size_t industry) {
    std::string labels;
    const auto related = regional::proximities(analysis.counts, regional::OwnProximity::left_out);
    for (const auto& one : regional::contributors(analysis.present, related, region, industry, reasons_given))
        labels +=
            (labels.empty() ? "" : "; ") + input.industry_label(analysis.table.industries[one.industry]);
    return labels;
}

AnalysisResult::Row opportunity_row(const AnalysisInput& input, const regional::Analysis& analysis,
    std::size_t region, const regional::Opportunity& one) {
    const auto& code = analysis.table.industries[one.industry];
    return {code, input.industry_label(code), word_of(one.quadrant),
        {because(input, analysis, region, one.industry)},
        {analysis.table.at(region, one.industry), one.density, one.complexity, one.gain, one.score}};
}

void mean_of(AnalysisResult& result, const std::string& column) {
    double sum = 0;
    for (const auto& row : result.rows) sum += result.number(row, column).value_or(0);
    result.numbers["mean_" + column] =
        result.rows.empty() ? 0 : sum / static_cast<double>(result.rows.size());
}

}  // namespace

Result<AnalysisResult> variety_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    AnalysisResult result;
    result.number_columns = {"entropy", "between", "within", "krugman", "total", "error"};
    const auto code = value_of(parameters, asked::region);
    const auto newest = read_input(dataset, cells, parameters, "");
    if (!newest) return tl::unexpected{newest.error()};
    constexpr std::size_t most_reads = 100'000'000;  // of a cell
    if (newest->periods.size() * cells.size() > most_reads)
        return refuse(Failure::Kind::invalid,
            {{asked::periods,
                N_("The dataset is too large to compare over so many times. Choose a part of it")}});
    for (const auto& period : newest->periods) {
        const auto input = read_input(dataset, cells, parameters, period);
        if (!input) return tl::unexpected{input.error()};
        const auto region = input->region(code);
        if (!region) return tl::unexpected{region.error()};
        result.rows.push_back(variety_row(*input, *region, period));
        result.warnings = input->table.warnings;
    }
    if (result.rows.size() < 2)
        return refuse(Failure::Kind::invalid,
            {{asked::periods, N_("The dataset has one time only, and shows no change. Choose another")}});
    result.texts = {{"region", code}, {"region_label", newest->region_label(code)},
        {"from", newest->periods.front()}, {"period", newest->periods.back()}};
    return result;
}

Result<AnalysisResult> opportunities_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto period = value_of(parameters, asked::period);
    const auto input = read_input(dataset, cells, parameters, period);
    if (!input) return tl::unexpected{input.error()};
    const auto region = input->region(value_of(parameters, asked::region));
    if (!region) return tl::unexpected{region.error()};
    const auto analysis = regional::analyse(input->table, {}, [](const char*, double) {});

    AnalysisResult result;
    result.texts = {{"region", input->table.regions[*region]},
        {"region_label", input->region_label(input->table.regions[*region])},
        {"period", period.empty() && !input->periods.empty() ? input->periods.back() : period}};
    result.text_columns = {"because"};
    result.number_columns = {"amount", "density", "complexity", "gain", "score"};
    for (const auto& one : regional::opportunities(analysis, *region, half))
        result.rows.push_back(opportunity_row(*input, analysis, *region, one));
    result.numbers = {{"regions", static_cast<double>(input->table.regions.size())},
        {"present", static_cast<double>(analysis.present.diversity()[*region])}};
    mean_of(result, "density");
    mean_of(result, "complexity");
    result.warnings = analysis.warnings;
    return result;
}

}  // namespace medskapa::app
