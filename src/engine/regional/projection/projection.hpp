#pragma once

#include "engine/regional/projection/county.hpp"
#include "engine/regional/projection/population_rates.hpp"
#include "engine/regional/table.hpp"

#include <functional>

namespace medskapa::regional {

enum class Scenario : std::uint8_t { main, low, high, no_moving };
}  // namespace medskapa::regional

namespace medskapa {

template <>
inline constexpr auto names_of<regional::Scenario> = names<regional::Scenario>({
    {regional::Scenario::main, "main"},
    {regional::Scenario::low, "low"},
    {regional::Scenario::high, "high"},
    {regional::Scenario::no_moving, "no-moving"},
});

}  // namespace medskapa

namespace medskapa::regional {

/// What a scenario assumes of years to come.
struct Assumptions {
    double births = 1;             // fertility is multiplied by it; >= 0
    double death_decline = 0.010;  // in year t a risk is multiplied by (1 - decline)^t; 0..1
    double moving_in = 1;          // people who move in are multiplied by it; >= 0. Of a net, what is above 0
    enum class Moving { as_given, none } moving = Moving::as_given;
};
Assumptions assumptions_of(Scenario);

/// People, in a municipality and a year: change = births - deaths + in - out + adjusted + raised.
struct PopulationEvents {
    double births = 0;
    double deaths = 0;  // those of the year's born too
    double out = 0;
    double in = 0;
    double adjusted = 0;  // added by the county's figures
    double raised = 0;    // added where net moving left an age below 0

    double change() const { return births - deaths + in - out + adjusted + raised; }
};

struct ProjectionPlan {
    std::size_t years = 0;
    Assumptions assumptions;
    const CountyFigures* county = nullptr;  // none leaves the municipalities as they are
};

struct Projection {
    std::vector<std::vector<double>> totals;            // by year, 0 is the start; by municipality
    std::vector<std::vector<PopulationEvents>> events;  // by year - 1; by municipality
    Population last;
    std::vector<Warning> warnings;
};

/// Each year's people, the start (0) too, while they are known.
using EachYear = std::function<void(std::size_t year, const Population&)>;

/// The cohort-component method: deaths, moving out, ageing, moving in, then births (105 boys a 100 girls).
/// `rates` are of the municipalities of `start`. In doubles, never rounded. O(municipalities * ages * years),
/// memory for two years.
Projection project(
    const Population& start, const PopulationRates&, const ProjectionPlan&, const EachYear& = {});

}  // namespace medskapa::regional
