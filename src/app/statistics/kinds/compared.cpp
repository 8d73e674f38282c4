#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"
#include "engine/regional/change/periods.hpp"
#include "engine/regional/change/shift_share.hpp"
#include "engine/regional/specialisation.hpp"

#include <algorithm>
#include <array>

/// One region's industries against the whole, at one time and between two.
namespace medskapa::app {
namespace {

using regional::Table;

/// The place of the region that is asked about, among at least one other.
Result<std::size_t> asked_region(const AnalysisInput& input, const Parameters& parameters) {
    const auto region = input.region(value_of(parameters, asked::region));
    if (!region) return region;
    if (input.table.regions.size() < 2)
        return refuse(Failure::Kind::invalid,
            {{asked::region,
                N_("There is no other region to compare with. Choose a dataset with more regions")}});
    return *region;
}

AnalysisResult about(const AnalysisInput& input, std::size_t region, const std::string& period) {
    AnalysisResult result;
    result.texts = {{"region", input.table.regions[region]},
        {"region_label", input.region_label(input.table.regions[region])}, {"period", period}};
    result.numbers = {{"regions", static_cast<double>(input.table.regions.size())},
        {"industries", static_cast<double>(input.table.industries.size())}};
    result.warnings = input.table.warnings;
    return result;
}

std::string latest(const AnalysisInput& input, const std::string& asked_for) {
    return asked_for.empty() && !input.periods.empty() ? input.periods.back() : asked_for;
}

std::string note_of(const regional::Specialisation& cell) {
    if (cell.is_uncertain) return "unsure";
    return cell.quotient >= 1 ? "more" : "less";
}

AnalysisResult::Row specialised_row(
    const AnalysisInput& input, const regional::Totals& sums, std::size_t region, std::size_t industry) {
    const auto& code = input.table.industries[industry];
    AnalysisResult::Row row{code, input.industry_label(code), "", {}, {}};
    const auto cell = regional::specialisation(input.table, sums, region, industry);
    if (!cell) {
        row.note = input.why_none(input.table.regions[region], code);
        row.numbers.assign(4, std::nullopt);
        return row;
    }
    row.note = note_of(*cell);
    row.numbers = {input.table.at(region, industry), cell->quotient, cell->low, cell->high};
    return row;
}

/// How sure it is comes before rank.
int order_of(const std::string& note) {
    constexpr std::array<std::string_view, 6> order{"more", "unsure", "less", "few", "withheld", "missing"};
    return static_cast<int>(std::find(order.begin(), order.end(), note) - order.begin());
}

void count_notes(AnalysisResult& result) {
    for (const auto* note : {"more", "unsure", "less", "few", "withheld", "missing"})
        result.numbers[note] = static_cast<double>(result.noted(note).size());
}

}  // namespace

Result<AnalysisResult> specialisation_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto period = value_of(parameters, asked::period);
    const auto input = read_input(dataset, cells, parameters, period);
    if (!input) return tl::unexpected{input.error()};
    const auto region = asked_region(*input, parameters);
    if (!region) return tl::unexpected{region.error()};
    const auto sums = regional::totals(input->table);
    if (sums.region[*region] <= 0)
        return refuse(Failure::Kind::invalid,
            {{asked::region, N_("{} has nothing at this time. Choose another region or another time"),
                {input->region_label(input->table.regions[*region])}}});

    auto result = about(*input, *region, latest(*input, period));
    result.number_columns = {"amount", "lq", "low", "high"};
    for (std::size_t i = 0; i < input->table.industries.size(); ++i)
        result.rows.push_back(specialised_row(*input, sums, *region, i));
    std::stable_sort(result.rows.begin(), result.rows.end(), [](const auto& a, const auto& b) {
        if (a.note != b.note) return order_of(a.note) < order_of(b.note);
        return a.numbers[1].value_or(0) > b.numbers[1].value_or(0);
    });
    result.numbers["total"] = sums.region[*region];
    result.numbers["krugman"] = regional::profile(input->table, sums, *region, {}).krugman.value_or(0);
    count_notes(result);
    return result;
}

namespace {

AnalysisResult::Row shifted_row(const AnalysisInput& now, const Table& from, const Table& to,
    const regional::ShiftShare& shifts, std::pair<std::size_t, std::size_t> at) {
    const auto [region, industry] = at;
    const auto& code = shifts.industries[industry];
    const auto& shift = shifts.at(region, industry);
    AnalysisResult::Row row{code, now.industry_label(code), "", {}, {}};
    if (shift.kind == regional::Shift::Kind::missing) {
        row.note = now.why_none(shifts.regions[region], code);
        row.numbers.assign(6, std::nullopt);
        return row;
    }
    row.note = shift.kind == regional::Shift::Kind::new_industry ? "new" : "";
    row.numbers = {from.at(region, industry), to.at(region, industry), shift.change, shift.national,
        shift.mix, shift.regional};
    return row;
}

/// The sums over all industries of which the change is known.
void sum_rows(AnalysisResult& result) {
    for (const auto& column : result.number_columns) result.numbers[column] = 0;
    for (const auto& row : result.rows)
        for (std::size_t k = 0; k < result.number_columns.size(); ++k)
            result.numbers[result.number_columns[k]] += row.numbers[k].value_or(0);
}

}  // namespace

Result<AnalysisResult> change_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto from = read_input(dataset, cells, parameters, value_of(parameters, asked::from));
    if (!from) return tl::unexpected{from.error()};
    auto to = read_input(dataset, cells, parameters, value_of(parameters, asked::period));
    if (!to) return tl::unexpected{to.error()};
    to->few.insert(from->few.begin(), from->few.end());  // what is hidden at one time is missing at both
    to->withheld.insert(from->withheld.begin(), from->withheld.end());
    const auto last = latest(*to, value_of(parameters, asked::period));
    if (value_of(parameters, asked::from).empty() || value_of(parameters, asked::from) == last)
        return refuse(Failure::Kind::invalid, {{asked::from, N_("Choose two different times to compare")}});
    const auto region = asked_region(*to, parameters);
    if (!region) return tl::unexpected{region.error()};
    const auto pair = regional::aligned({from->table, to->table});
    const auto shifts = regional::shift_share(pair[0], pair[1], regional::ShiftForm::dunn);
    if (!shifts) return tl::unexpected{shifts.error()};

    auto result = about(*to, *region, last);
    result.texts["from"] = value_of(parameters, asked::from);
    result.warnings = shifts->warnings;
    result.number_columns = {"before", "after", "change", "national", "mix", "own"};
    const auto& codes = shifts->regions;
    const auto at = static_cast<std::size_t>(
        std::find(codes.begin(), codes.end(), to->table.regions[*region]) - codes.begin());
    for (std::size_t i = 0; i < shifts->industries.size(); ++i)
        result.rows.push_back(shifted_row(*to, pair[0], pair[1], *shifts, {at, i}));
    std::stable_sort(result.rows.begin(), result.rows.end(),
        [](const auto& a, const auto& b) { return a.numbers[5].value_or(0) > b.numbers[5].value_or(0); });
    sum_rows(result);
    return result;
}

}  // namespace medskapa::app
