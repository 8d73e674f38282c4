#pragma once

#include "domain/statistics/analysis.hpp"
#include "engine/regional/projection/projection.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the scenarios of a projection assume, and what an analyst may assume instead.
namespace medskapa::app {

/// A number that may be asked for instead of the scenario's own: "low:births" and so on.
struct Assumption {
    enum class Kind { births, moving_in, death_decline };

    regional::Scenario scenario = regional::Scenario::main;
    Kind kind = Kind::births;
    double most = 0;  // the least is 0

    /// What the parameter is called.
    std::string name() const;
    /// As the scenario has it: births and moving in as factors, the decline in percent a year.
    double usual() const;
};
/// Those of main, low and high.
const std::vector<Assumption>& assumptions_to_choose();
/// What the parameter is called that asks for a fourth scenario, "yes", in which nobody moves.
inline constexpr const char* with_no_moving = "no_moving";

/// A year of each scenario.
struct AssumedYear {
    regional::Assumptions main;
    regional::Assumptions low;
    regional::Assumptions high;
    std::optional<regional::Assumptions> no_moving = {};  // as the main one, save that nobody moves
};
/// As the scenarios are, but for what the parameters ask otherwise. Refuses what is no number within its
/// bounds.
Result<AssumedYear> assumed_by(const Parameters&);

/// Each assumption written in one way ("0,90" is "0.9"), and none that is assumed anyway, so that the same
/// question is the same parameters. What is no number stands as it was typed.
Parameters with_plain_assumptions(Parameters);

}  // namespace medskapa::app
