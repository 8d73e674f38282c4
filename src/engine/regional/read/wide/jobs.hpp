#pragma once

#include "engine/regional/places/priority_places.hpp"
#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

/// Jobs by place and industry: wide, `place,<industry>,<industry>..`, or long, `place,industry,jobs`. An
/// empty cell is suppressed. Places are in the order of their codes, industries in that of `sort_codes`.
/// Refuses by line and column negative numbers and a place that stands twice.
Result<Table> read_jobs(std::string_view bytes, const Choices& = {});

/// The table with these industries, which hold all of its own, in their order; jobs of those it does not have
/// are missing.
Table with_industries(const Table&, const std::vector<std::string>& industries);

/// Rows `priority,industry`, or a JSON object of lists by name.
Result<Priorities> read_priorities(std::string_view bytes);

}  // namespace medskapa::regional::read
