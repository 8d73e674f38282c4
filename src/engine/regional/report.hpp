#pragma once

#include "engine/regional/analysis.hpp"
#include "engine/regional/run_record.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// The tables of an analysis as CSV: UTF-8, comma, LF, one header line, rows in the order of codes. What is
/// not known is empty. Numbers are the shortest that give the same number back.
void write_cells(std::ostream&, const Analysis&);
void write_regions(std::ostream&, const Analysis&, const Grouping& group_of_industry);
void write_industries(std::ostream&, const Analysis&);
void write_proximities(std::ostream&, const CoOccurrence&, const std::vector<std::string>& industries);

/// What a run of `analyse` was given and found.
Run run_of(const Analysis&, const Settings&, std::vector<Input>);

}  // namespace medskapa::regional
