#pragma once

#include "app/statistics/projection/assumed.hpp"
#include "app/statistics/projection/people_input.hpp"
#include "engine/regional/projection/forecast_errors.hpp"
#include "engine/regional/projection/projection.hpp"

#include <functional>

/// What the engine says of people to come, of all places of a dataset.
namespace medskapa::app {

/// The same people, of those places that `keeps` says.
regional::Population part_of(
    const regional::Population&, const std::function<bool(const std::string& code)>& keeps);

/// In steps of the projection, from the year that it starts in.
struct Horizon {
    int start = 0;  // a year
    int steps = 1;
    int later = 1;  // of the year that the pyramid shows
};

struct Scenarios {
    regional::Projection main;
    regional::Projection low;
    regional::Projection high;
    std::optional<regional::Projection> no_moving;
    regional::Population later;  // in the main one
};
/// Refuses rates that do not serve all the places, and growth beyond what can be counted.
Result<Scenarios> scenarios_of(
    const PeopleInput&, const regional::Population& start, const Horizon&, const AssumedYear&);

/// The same method over years that have passed. All three have the same places.
struct Tested {
    regional::BackTest test;                  // its years are steps
    std::vector<std::vector<double>> totals;  // as they were projected: by step from `from`; by place
    regional::Population actual;
    regional::Population projected;
    bool had_own_rates = false;  // those that were known then
};
/// From a year before the start, with what the main scenario usually assumes. Refuses one without people, or
/// no whole number of steps before it.
Result<Tested> tested_from(
    const PeopleInput&, const regional::Population& start, int start_year, const std::string& from);

/// What is assumed of each year, in a step of that many.
regional::Assumptions assumed_in(const regional::Assumptions& year, int step);

}  // namespace medskapa::app
