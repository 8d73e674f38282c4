#pragma once

#include "engine/regional/areas/labour_markets.hpp"
#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

/// Commuting in any format of `read_statistic`: two columns or dimensions of places, from and to, or a square
/// table with the residence down and the workplace across. Other dimensions must have one member only.
Result<Flows> read_flows(std::string_view bytes, const Choices& = {});

/// Employed by place, likewise with one dimension. Refuses negative numbers and a place that stands twice.
Result<Employed> read_employed(std::string_view bytes, const Choices& = {});

}  // namespace medskapa::regional::read
