#pragma once

#include "app/statistics/analysis_input.hpp"
#include "app/statistics/projection/place_sums.hpp"
#include "engine/regional/projection/population_rates.hpp"

/// People by age and sex, as the projection reads them from a dataset that is kept.
namespace medskapa::app {

/// A number that is hidden is never read: a place with one is left out of its year, and so is a place of
/// which no rates are known.
struct PeopleInput {
    int step = 1;                                // years of an age group, and of a step of the projection
    std::vector<std::string> ages;               // "0-4" to "90+", the youngest first
    std::map<int, regional::Population> people;  // by year: the places of which all numbers are known
    std::map<int, std::map<std::string, std::string>> left_out;  // by year: a place, and why: "few"
    std::map<int, regional::RatesBuilder> rates;                 // by year, for a step of the projection
    std::map<std::string, std::string> labels;                   // of places
    PlaceSums sums;                                              // of places, which are no places themselves
    std::map<int, regional::Population> known;                   // by year: people of places and sums

    std::string label(const std::string& code) const;
    /// The newest rates that were known in the year; none where there are none that old.
    const regional::RatesBuilder* rates_known_in(int year) const;
};

/// Refuses, with the parameter as the complaint's part, dimensions that do not hold what they are said to,
/// ages that are not all of the same width, and a rate that is missing or cannot be. For whom rates serve see
/// PlaceRates; those of "(all)" serve every place that has no others.
Result<PeopleInput> read_people(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

}  // namespace medskapa::app
