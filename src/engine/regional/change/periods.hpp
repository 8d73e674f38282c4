#pragma once

#include "engine/regional/table.hpp"

namespace medskapa::regional {

/// The same regions and industries at each time: the union of the codes of all. A pair without a row is 0, as
/// in TableBuilder; a cell missing at one time is missing at all, so that sums compare like with like. At
/// least one table. O(cells log codes).
std::vector<Table> aligned(const std::vector<Table>& periods);

/// The relative change of one cell, -1 or more; 0.05 is 5 percent up. None when it is missing or was 0.
/// `from` and `to` must be aligned.
std::optional<double> growth(const Table& from, const Table& to, std::size_t region, std::size_t industry);

}  // namespace medskapa::regional
