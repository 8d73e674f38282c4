#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset_cut.hpp"
#include "app/statistics/projection/projection_rows.hpp"
#include "app/statistics/projection/region_fault.hpp"

#include <algorithm>
#include <charconv>

/// How many people a region may have, and how sure that is.
namespace medskapa::app {
namespace {

constexpr int usual_years = 30;
constexpr int most_years = 100;
constexpr int years_to_pyramid = 15;

int number_of(const std::string& text, int otherwise) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

/// From the year that is asked for, or the newest, so many whole steps ahead.
Result<Horizon> horizon_of(const PeopleInput& input, const Parameters& parameters) {
    if (input.people.empty())
        return refuse_parameter(asked::measures, N_("In no place are all numbers of people known, so nothing "
                                                    "can be projected. Read in a file of wider "
                                                    "ages, or of larger places"));
    Horizon horizon;
    horizon.start = number_of(value_of(parameters, asked::period), input.people.rbegin()->first);
    if (!input.people.contains(horizon.start))
        return refuse_parameter(asked::period,
            N_("There are no people of {} in the statistics. Choose another time"),
            {value_of(parameters, asked::period)});
    const int years = number_of(value_of(parameters, asked::years), usual_years);
    horizon.steps = years / input.step;
    if (years < 1 || years > most_years || horizon.steps < 1)
        return refuse_parameter(
            asked::years, N_("Choose how many years ahead, from {} to {}"), {input.step, most_years});
    horizon.later = std::clamp(years_to_pyramid / input.step, 1, horizon.steps);
    return horizon;
}

/// What the scenarios assume, so that the page says it as it was computed.
void add_assumptions(AnalysisResult& result, const AssumedYear& assumed) {
    const auto add = [&](const std::string& name, const regional::Assumptions& year) {
        result.numbers[name + "_births"] = year.births;
        result.numbers[name + "_moving"] = year.moving_in;
        result.numbers[name + "_decline"] = year.death_decline;
    };
    add("main", assumed.main);
    add("low", assumed.low);
    add("high", assumed.high);
}

/// Whether the main scenario is another than the one that is tested.
bool is_main_changed(const Parameters& parameters) {
    const auto& all = assumptions_to_choose();
    return std::any_of(all.begin(), all.end(), [&](const Assumption& one) {
        return one.scenario == regional::Scenario::main && !value_of(parameters, one.name()).empty();
    });
}

void warn_of_test(AnalysisResult& result, const Parameters& parameters) {
    if (!is_main_changed(parameters)) return;
    result.warnings.push_back({{"main"},
        N_("The test is of the method with what the main scenario usually assumes, and not of what was "
           "assumed here instead."),
        {}});
}

/// As the statistics call it; a county that they do not name has the name that all know.
std::string label_of(const PeopleInput& input, const std::string& region) {
    if (region.empty()) return {};
    const auto label = input.label(region);
    const auto county = label == region ? county_name(region) : std::string{};
    return county.empty() ? label : county;
}

}  // namespace

Result<AnalysisResult> projection_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto input = read_people(dataset, cells, parameters);
    if (!input) return tl::unexpected{input.error()};
    const auto horizon = horizon_of(*input, parameters);
    if (!horizon) return tl::unexpected{horizon.error()};
    const auto assumed = assumed_by(parameters);
    if (!assumed) return tl::unexpected{assumed.error()};
    const auto region = value_of(parameters, asked::region);
    using NoMoving = ProjectionRows::NoMoving;
    ProjectionRows rows{*input, region, *horizon, assumed->no_moving ? NoMoving::too : NoMoving::left_out};
    if (auto fault = fault_of_region(*input, rows, *horizon, region))
        return tl::unexpected{*std::move(fault)};
    const auto& start = input->people.at(horizon->start);
    const auto scenarios = scenarios_of(*input, start, *horizon, *assumed);
    if (!scenarios) return tl::unexpected{scenarios.error()};
    std::optional<Tested> test;
    if (const auto from = value_of(parameters, asked::from); !from.empty()) {
        auto tested = tested_from(*input, start, horizon->start, from);
        if (!tested) return tl::unexpected{tested.error()};
        test = *std::move(tested);
    }

    auto& result = rows.result();
    result.texts = {{"region", region}, {"region_label", label_of(*input, region)},
        {"from", std::to_string(horizon->start)},
        {"period", std::to_string(horizon->start + horizon->steps * input->step)},
        {"later", std::to_string(horizon->start + horizon->later * input->step)},
        {"tested_from", value_of(parameters, asked::from)}};
    result.numbers = {{"step", static_cast<double>(input->step)}};
    add_assumptions(result, *assumed);
    result.warnings = scenarios->main.warnings;
    if (test) warn_of_test(result, parameters);
    if (test) rows.add_test(start, *test);
    rows.add_years(start, *scenarios, test);
    rows.add_ages(start, scenarios->later, dataset.small_numbers);
    rows.add_places(start, *scenarios, test);
    return std::move(result);
}

}  // namespace medskapa::app
