#pragma once

#include "engine/regional/places/priority_places.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// JSON: `priority_place` with `places`, `priorities` (the industries of each) and `result`: by priority a
/// list of `jobs`, `lq` (null is undefined), `missing` and `few` in the order of the places.
void write_priority_places(
    std::ostream&, const Table& jobs, const Priorities&, const std::vector<PriorityRow>&);

/// CSV: `priority,place,jobs,at_least,lq,step,few,missing`.
void write_priority_table(std::ostream&, const Table& jobs, const std::vector<PriorityRow>&);

}  // namespace medskapa::regional
