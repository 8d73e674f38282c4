#pragma once

#include "cli/regional/command.hpp"
#include "engine/regional/projection/projection.hpp"
#include "engine/regional/read/wide/demography.hpp"

namespace medskapa::cli {

struct ProjectOptions {
    std::string people;
    std::string rates;
    std::string county;
    std::string actual;
    std::string out;
    std::string scenario = "main";
    std::string assume;
    std::size_t years = 0;
    std::size_t back_test = 0;
    TableOptions table = {};
};

/// All that a projection starts from.
struct Given {
    std::optional<std::int64_t> year;  // of the start, when the file says it
    regional::Population start;
    regional::PopulationRates rates;
    std::optional<regional::CountyFigures> county;
    regional::Assumptions assumptions;
};

/// A projection over years that have passed: from whom, by which rates, and who came to be.
struct Past {
    regional::Population before;
    regional::PopulationRates rates;
    regional::Population actual;
};

/// The scenario's, with what --assume says of births, death_decline and moving_in. Wrong usage when it names
/// something else.
regional::Assumptions assumptions(const ProjectOptions&);

/// The newest people of the file, the rates known then, and the county's figures where they were given.
Outcome<Given> given_of(const ProjectOptions&, const regional::read::PeopleByYear&,
    const regional::read::RatesByYear&, std::vector<regional::Input>&);

/// For --back-test: the people of so many years before and the rates known then or, with --actual, those who
/// came to be. Both have the same municipalities and ages.
Outcome<Past> past_of(const ProjectOptions&, const Given&, const regional::read::PeopleByYear&,
    const regional::read::RatesByYear&, std::vector<regional::Input>&);

}  // namespace medskapa::cli
