#pragma once

#include "regional/analysis.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// The tables of an analysis as CSV: UTF-8, comma, LF, one header line, rows in the order of codes. What is
/// not known is empty. Numbers are the shortest that give the same number back.
void write_cells(std::ostream&, const Analysis&);
void write_regions(std::ostream&, const Analysis&, const Grouping& group_of_industry);
void write_industries(std::ostream&, const Analysis&);
void write_proximities(std::ostream&, const CoOccurrence&, const std::vector<std::string>& industries);

/// A file that a run read, known by what it held and not by its name.
struct Input {
    std::string role;
    std::string sha256;
    std::size_t bytes;
};

/// The record of a run as JSON: engine, inputs, parameters, warnings and the eigenvalues. No time and no
/// name, so that the same input gives the same bytes.
std::string run_record(const Analysis&, const Settings&, const std::vector<Input>&);

}  // namespace medskapa::regional
