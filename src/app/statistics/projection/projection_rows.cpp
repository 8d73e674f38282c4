#include "app/statistics/projection/projection_rows.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using regional::Population;

constexpr int first_old_age = 80;

std::vector<double> totals_of(const Population& people) {
    std::vector<double> totals;
    for (std::size_t m = 0; m < people.size(); ++m) totals.push_back(people.total(m));
    return totals;
}

bool has(const Population& people, const std::string& code) {
    const auto& codes = people.municipalities();
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The place's error in the test; none where it was not tested.
std::optional<double> error_of(const Tested& test, const std::string& code) {
    const auto& codes = test.actual.municipalities();
    const auto at = std::find(codes.begin(), codes.end(), code);
    if (at == codes.end()) return std::nullopt;
    return test.test.projection.relative[static_cast<std::size_t>(at - codes.begin())];
}

}  // namespace

ProjectionRows::ProjectionRows(
    const PeopleInput& input, const std::string& region, const Horizon& horizon, NoMoving no_moving)
    : input_{input}, region_{region}, horizon_{horizon} {
    result_.text_columns = {"hidden_women", "hidden_men"};
    result_.number_columns = {"known", "past", "main", "low", "high", "band_low", "band_high", "error",
        "women", "men", "later_women", "later_men"};
    if (no_moving == NoMoving::too) result_.number_columns.push_back("no_moving");
}

bool ProjectionRows::is_chosen(const std::string& code) const {
    if (region_.empty() || code == region_) return true;
    return input_.sums.is_sum(region_) ? input_.sums.holds(region_, code) : county_of(code) == region_;
}

std::vector<std::optional<double>> ProjectionRows::blanks() const {
    return std::vector<std::optional<double>>(result_.number_columns.size());
}

void ProjectionRows::set(Row& row, std::string_view column, std::optional<double> value) const {
    const auto& columns = result_.number_columns;
    const auto at = std::find(columns.begin(), columns.end(), column) - columns.begin();
    row.numbers[static_cast<std::size_t>(at)] = value;
}

ProjectionRows::Row& ProjectionRows::row_of(std::map<int, Row>& rows, int year) const {
    const auto name = std::to_string(year);
    return rows.try_emplace(year, Row{"y" + name, name, "year", {"", ""}, blanks()}).first->second;
}

double ProjectionRows::chosen_of(const Population& people, const std::vector<double>& totals) const {
    double all = 0;
    for (std::size_t m = 0; m < people.size(); ++m)
        if (is_chosen(people.municipalities()[m])) all += totals[m];
    return all;
}

std::size_t ProjectionRows::chosen_in(const Population& people) const {
    const auto& codes = people.municipalities();
    return static_cast<std::size_t>(std::count_if(
        codes.begin(), codes.end(), [this](const std::string& code) { return is_chosen(code); }));
}

void ProjectionRows::add_years(
    const Population& start, const Scenarios& scenarios, const std::optional<Tested>& test) {
    std::map<int, Row> rows;
    add_known(rows, start);
    if (test) add_past(rows, *test);
    for (int step = 0; step <= horizon_.steps; ++step) {
        auto& row = row_of(rows, year_of(step));
        const auto at = static_cast<std::size_t>(step);
        const double people = chosen_of(start, scenarios.main.totals[at]);
        set(row, "main", people);
        set(row, "low", chosen_of(start, scenarios.low.totals[at]));
        set(row, "high", chosen_of(start, scenarios.high.totals[at]));
        if (scenarios.no_moving) set(row, "no_moving", chosen_of(start, scenarios.no_moving->totals[at]));
        if (test && result_.numbers.contains("error")) add_band(row, people, *test, at);
    }
    for (auto& [year, row] : rows) result_.rows.push_back(std::move(row));
}

/// The years up to the start of which all the chosen places are known.
void ProjectionRows::add_known(std::map<int, Row>& rows, const Population& start) const {
    const auto& places = start.municipalities();
    for (const auto& [year, people] : input_.people) {
        if (year > horizon_.start) continue;
        const bool has_all = std::all_of(places.begin(), places.end(),
            [&](const std::string& code) { return !is_chosen(code) || has(people, code); });
        if (!has_all) continue;
        const auto same =
            part_of(people, [&](const std::string& code) { return is_chosen(code) && has(start, code); });
        set(row_of(rows, year), "known", same.total());
    }
}

/// Only where all the chosen places were tested, so that one line is about the same places.
void ProjectionRows::add_past(std::map<int, Row>& rows, const Tested& test) const {
    if (chosen_in(test.actual) < chosen_in(input_.people.at(horizon_.start))) return;
    const auto steps = static_cast<int>(test.totals.size()) - 1;
    for (int step = 0; step <= steps; ++step)
        set(row_of(rows, year_of(step - steps)), "past",
            chosen_of(test.projected, test.totals[static_cast<std::size_t>(step)]));
}

void ProjectionRows::add_band(Row& row, double people, const Tested& test, std::size_t step) const {
    const auto band = regional::band_of_year(test.test, step);
    if (!band) return;
    set(row, "band_low", people * std::max(0.0, 1 - *band));
    set(row, "band_high", people * (1 + *band));
}

void ProjectionRows::add_ages(
    const Population& start, const Population& later, Dataset::SmallNumbers small_numbers) {
    const auto keeps = [this](const std::string& code) { return is_chosen(code); };
    const auto people = part_of(start, keeps);
    const auto ages = pyramid_ages(input_.step, start.ages(), people.total());
    const auto now = grouped(people, ages);
    const auto then = grouped(part_of(later, keeps), ages);
    const auto now_shown = shown_of(now, small_numbers);
    const auto then_shown = shown_of(then, small_numbers);
    for (std::size_t k = ages.groups(); k-- > 0;) {
        Row row{ages.name(k), ages.name(k), "age", {"", ""}, blanks()};
        add_age(row, "women", now[0][k], now_shown[0][k]);
        add_age(row, "men", now[1][k], now_shown[1][k]);
        add_age(row, "later_women", then[0][k], then_shown[0][k]);
        add_age(row, "later_men", then[1][k], then_shown[1][k]);
        result_.rows.push_back(std::move(row));
    }
    add_old(ages);
}

void ProjectionRows::add_age(Row& row, std::string_view column, double people, Dataset::Shown shown) const {
    if (shown == Dataset::Shown::shown) return set(row, column, people);
    row.texts[column.ends_with("women") ? 0 : 1] = std::string{name_of(shown)};
}

/// How many are old, now and later, where none of their groups is hidden.
void ProjectionRows::add_old(const PyramidAges& ages) {
    double now = 0;
    double later = 0;
    for (std::size_t k = 0; k < ages.groups(); ++k) {
        if (static_cast<int>(k * ages.grouped) * ages.step < first_old_age) continue;
        const auto* row = result_.row_of(ages.name(k));
        for (const auto* column : {"women", "men", "later_women", "later_men"}) {
            const auto number = result_.number(*row, column);
            if (!number) return;
            (std::string_view{column}.starts_with("later") ? later : now) += *number;
        }
    }
    if (now <= 0) return;
    result_.numbers["old_now"] = now;
    result_.numbers["old_later"] = later;
}

void ProjectionRows::add_places(
    const Population& start, const Scenarios& scenarios, const std::optional<Tested>& test) {
    const auto last = scenarios.main.totals.size() - 1;
    for (std::size_t m = 0; m < start.size(); ++m) {
        const auto& code = start.municipalities()[m];
        if (!is_chosen(code)) continue;
        Row row{code, input_.label(code), "place", {"", ""}, blanks()};
        set(row, "known", start.total(m));
        set(row, "main", scenarios.main.totals[last][m]);
        if (const auto error = test ? error_of(*test, code) : std::nullopt) {
            set(row, "error", error);
            add_band(row, scenarios.main.totals[last][m], *test, last);
        }
        result_.rows.push_back(std::move(row));
    }
    const auto left_out = input_.left_out.find(horizon_.start);
    if (left_out == input_.left_out.end()) return;
    for (const auto& [code, why] : left_out->second)
        if (is_chosen(code)) result_.rows.push_back({code, input_.label(code), why, {"", ""}, blanks()});
}

void ProjectionRows::add_test(const Population& start, const Tested& test) {
    result_.numbers["test_years"] = static_cast<double>(test.test.years) * input_.step;
    const auto places = chosen_in(start);
    const auto tested = chosen_in(test.actual);
    result_.numbers["places"] = static_cast<double>(places);
    result_.numbers["tested_places"] = static_cast<double>(tested);
    const double actual = chosen_of(test.actual, totals_of(test.actual));
    if (actual > 0 && tested == places)
        result_.numbers["error"] = chosen_of(test.projected, totals_of(test.projected)) / actual - 1;
    if (test.test.projection.mape) result_.numbers["mean_error"] = *test.test.projection.mape;
    if (test.test.unchanged.mape) result_.numbers["unchanged_error"] = *test.test.unchanged.mape;
    if (test.had_own_rates) return;
    result_.warnings.push_back({{"rates"},
        N_("The test uses the rates of the projection. A fair test needs those that were known then, in rows "
           "of "
           "their own year."),
        {}});
}

}  // namespace medskapa::app
