#pragma once

#include "engine/regional/lines.hpp"
#include "engine/regional/projection/forecast_errors.hpp"
#include "engine/regional/projection/projection.hpp"
#include "engine/regional/run_record.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// The tables of a projection as CSV: UTF-8, comma, LF, one header line. Years are counted from `start_year`,
/// which is 0 when the calendar's is not known. What is not known is empty.

/// `municipality,year,people,low,high,tested_error`: the band and the municipality's error in the test; the
/// words "not tested" where there was none.
void write_projected_totals(
    std::ostream&, const Projection&, const std::optional<BackTest>&, std::int64_t start_year);

/// `municipality,year,births,deaths,in,out,adjusted,raised`.
void write_projected_events(std::ostream&, const Projection&, std::int64_t start_year);

/// `municipality,sex,age,year,people,shown`, year by year. `shown` is a whole number, empty where only the
/// group of five years may be shown.
class CellLines {
public:
    CellLines(std::ostream&, std::int64_t start_year);
    void write(std::size_t year, const Population&);

private:
    CsvLines lines_;
    std::int64_t start_year_;
};

/// `municipality,sex,kind,group,year,people,shown`: groups of five years and those that municipalities plan
/// for.
class GroupLines {
public:
    GroupLines(std::ostream&, std::int64_t start_year);
    void write(std::size_t year, const Population&);

private:
    CsvLines lines_;
    std::int64_t start_year_;
};

/// `municipality,actual,projected,error,unchanged,unchanged_error`.
void write_back_test(std::ostream&, const Population& before, const Population& projected,
    const Population& actual, const BackTest&);

/// What a projection was told and came to, for the record of its run.
Facts facts_of(const Projection&, const std::optional<BackTest>&);

}  // namespace medskapa::regional
