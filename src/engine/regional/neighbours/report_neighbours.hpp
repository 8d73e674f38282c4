#pragma once

#include "engine/regional/neighbours/neighbours.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// JSON: `neighbours` with `k`, `regions`, `variables`, `blocks`, `dropped`, `not_compared`, `distance` (null
/// is undefined) and `nearest` ([code, distance] by region).
void write_neighbours(std::ostream&, const RegionVariables&, const StructuralNeighbours&, std::size_t k);

/// CSV: `region,rank,neighbour,distance,least,most`: three variables that part the two least, and most, with
/// blanks between.
void write_parting_variables(std::ostream&, const RegionVariables&, const StructuralNeighbours&);

/// CSV: `region,variable,value,median,low_quartile,high_quartile,rank,of`, for all variables, those left out
/// of the distance too.
void write_benchmarks(std::ostream&, const RegionVariables&, const StructuralNeighbours&);

}  // namespace medskapa::regional
