#pragma once

#include "engine/regional/projection/county.hpp"
#include "engine/regional/projection/population_rates.hpp"
#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

/// People by year; a file without a column of years has one, none.
using PeopleByYear = std::map<std::optional<std::int64_t>, Population>;

/// A row each municipality and sex (women, men): `municipality,sex[,year],0,1,..,100`. Refuses, by line and
/// column, a number that is missing, negative or infinite, a row that stands twice and a municipality that
/// has one sex only or is not there every year.
Result<PeopleByYear> read_people(std::string_view bytes, const Choices& = {});

/// Rates as they were known by year; a file without a column of years has one, none. Rows
/// `municipality,what,sex[,year],born,0,1,..,100` with the words of `Rate`; "(all)" is every municipality
/// without a row of its own.
using RatesByYear = std::map<std::optional<std::int64_t>, RatesBuilder>;
Result<RatesByYear> read_rates(std::string_view bytes, const Choices& = {});

/// A county's figures: `year,sex,0,1,..,100`, or JSON: {"1": [[women by age], [men by age]], ..}. Years are
/// counted from the start (1, 2, ...), or by the calendar when the start's year is known. Those before or at
/// the start are left out.
Result<CountyFigures> read_county(
    std::string_view bytes, std::optional<std::int64_t> start_year, std::size_t ages, const Choices& = {});

}  // namespace medskapa::regional::read
