#include "app/statistics/projection/projected.hpp"

#include "app/statistics/dataset_cut.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace medskapa::app {
namespace {

using regional::Population;
using regional::Projection;
using regional::Scenario;

bool has(const Population& people, const std::string& code) {
    const auto& codes = people.municipalities();
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

int year_in(const std::string& text) {
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

regional::ProjectionPlan plan_of(int steps, const regional::Assumptions& year, int step) {
    return {static_cast<std::size_t>(steps), assumed_in(year, step), nullptr};
}

bool is_countable(const Scenarios& scenarios) {
    auto all = {&scenarios.main, &scenarios.low, &scenarios.high};
    return std::all_of(
        all.begin(), all.end(), [](const auto* one) { return std::isfinite(one->last.total()); });
}

}  // namespace

Population part_of(const Population& people, const std::function<bool(const std::string& code)>& keeps) {
    std::vector<std::string> codes;
    std::vector<std::size_t> places;
    for (std::size_t m = 0; m < people.size(); ++m) {
        if (!keeps(people.municipalities()[m])) continue;
        codes.push_back(people.municipalities()[m]);
        places.push_back(m);
    }
    Population part{codes, people.ages()};
    for (std::size_t m = 0; m < places.size(); ++m)
        for (const auto sex : regional::both_sexes) {
            const auto from = people.of(places[m], sex);
            std::copy(from.begin(), from.end(), part.of(m, sex).begin());
        }
    return part;
}

regional::Assumptions assumed_in(const regional::Assumptions& year, int step) {
    auto assumed = year;
    assumed.death_decline = 1 - std::pow(1 - assumed.death_decline, step);
    return assumed;
}

Result<Scenarios> scenarios_of(
    const PeopleInput& input, const Population& start, const Horizon& horizon, const AssumedYear& assumed) {
    const auto* known = input.rates_known_in(horizon.start);
    if (known == nullptr)
        return refuse_parameter(asked::period,
            N_("There are no rates that were known in {}. Choose a later time, or read in a file that has "
               "them"),
            {std::to_string(horizon.start)});
    const auto rates = known->finish(start);
    if (!rates) return tl::unexpected{rates.error()};
    const auto plan = [&](const auto& year) { return plan_of(horizon.steps, year, input.step); };
    Scenarios scenarios;
    scenarios.main =
        regional::project(start, *rates, plan(assumed.main), [&](std::size_t step, const Population& people) {
            if (step == static_cast<std::size_t>(horizon.later)) scenarios.later = people;
        });
    scenarios.low = regional::project(start, *rates, plan(assumed.low));
    scenarios.high = regional::project(start, *rates, plan(assumed.high));
    if (assumed.no_moving) scenarios.no_moving = regional::project(start, *rates, plan(*assumed.no_moving));
    if (!is_countable(scenarios))
        return refuse_parameter(
            asked::measures, N_("The people grow beyond what can be counted. Correct the fertility"));
    return scenarios;
}

Result<Tested> tested_from(
    const PeopleInput& input, const Population& start, int start_year, const std::string& from) {
    const int year = year_in(from);
    const auto then = input.people.find(year);
    if (then == input.people.end() || year >= start_year || (start_year - year) % input.step != 0)
        return refuse_parameter(asked::from,
            N_("The test must begin in an earlier year with people, some whole steps of {} years before {}"),
            {input.step, std::to_string(start_year)});
    const auto before = part_of(then->second, [&](const auto& code) { return has(start, code); });
    const auto actual = part_of(start, [&](const auto& code) { return has(before, code); });
    const auto* old_rates = input.rates_known_in(year);
    const auto* rates = old_rates == nullptr ? input.rates_known_in(start_year) : old_rates;
    const auto known = rates->finish(before);
    if (!known) return tl::unexpected{known.error()};
    const int steps = (start_year - year) / input.step;
    const auto usual = regional::assumptions_of(Scenario::main);
    auto projected = regional::project(before, *known, plan_of(steps, usual, input.step));
    return Tested{regional::back_test(static_cast<std::size_t>(steps), before, projected.last, actual),
        std::move(projected.totals), actual, std::move(projected.last), old_rates != nullptr};
}

}  // namespace medskapa::app
