#include "app/statistics/projection/assumed.hpp"

#include "app/statistics/dataset_cut.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace medskapa::app {
namespace {

using regional::Scenario;
using Kind = Assumption::Kind;

constexpr double percent = 100;

/// A decimal comma is a point. None where it is no number, and nothing but one.
std::optional<double> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const auto [end, fault] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

void assume(regional::Assumptions& year, Kind kind, double number) {
    switch (kind) {
        case Kind::births: year.births = number; break;
        case Kind::moving_in: year.moving_in = number; break;
        case Kind::death_decline: year.death_decline = number / percent; break;
    }
}

regional::Assumptions& year_of(AssumedYear& assumed, Scenario scenario) {
    if (scenario == Scenario::low) return assumed.low;
    return scenario == Scenario::high ? assumed.high : assumed.main;
}

}  // namespace

std::string Assumption::name() const {
    const std::string of{name_of(scenario)};
    switch (kind) {
        case Kind::births: return of + ":births";
        case Kind::moving_in: return of + ":moving_in";
        case Kind::death_decline: break;
    }
    return of + ":death_decline_percent";
}

double Assumption::usual() const {
    const auto assumed = regional::assumptions_of(scenario);
    switch (kind) {
        case Kind::births: return assumed.births;
        case Kind::moving_in: return assumed.moving_in;
        case Kind::death_decline: break;
    }
    return assumed.death_decline * percent;
}

const std::vector<Assumption>& assumptions_to_choose() {
    static const auto all = [] {
        constexpr double most_factor = 5;
        constexpr double most_decline = 10;
        std::vector<Assumption> some;
        for (const auto scenario : {Scenario::low, Scenario::main, Scenario::high}) {
            some.push_back({scenario, Kind::births, most_factor});
            some.push_back({scenario, Kind::moving_in, most_factor});
            some.push_back({scenario, Kind::death_decline, most_decline});
        }
        return some;
    }();
    return all;
}

Result<AssumedYear> assumed_by(const Parameters& parameters) {
    AssumedYear assumed{regional::assumptions_of(Scenario::main), regional::assumptions_of(Scenario::low),
        regional::assumptions_of(Scenario::high)};
    for (const auto& one : assumptions_to_choose()) {
        const auto typed = value_of(parameters, one.name());
        if (typed.empty()) continue;
        const auto number = number_in(typed);
        if (!number || !(*number >= 0 && *number <= one.most))
            return refuse_parameter(
                one.name(), N_("Write a number from {} to {}"), {0, static_cast<std::int64_t>(one.most)});
        assume(year_of(assumed, one.scenario), one.kind, *number);
    }
    if (value_of(parameters, with_no_moving) == "yes") {
        assumed.no_moving = assumed.main;
        assumed.no_moving->moving = regional::Assumptions::Moving::none;
    }
    return assumed;
}

Parameters with_plain_assumptions(Parameters parameters) {
    for (const auto& one : assumptions_to_choose()) {
        const auto found = parameters.find(one.name());
        if (found == parameters.end()) continue;
        const auto number = number_in(found->second);
        if (!number) continue;
        if (fmt::format("{}", *number) == fmt::format("{}", one.usual()))
            parameters.erase(found);
        else
            found->second = fmt::format("{}", *number);
    }
    return parameters;
}

}  // namespace medskapa::app
