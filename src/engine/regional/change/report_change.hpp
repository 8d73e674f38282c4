#pragma once

#include "engine/regional/change/entry_exit.hpp"
#include "engine/regional/change/shift_share.hpp"
#include "engine/regional/relatedness/opportunities.hpp"

#include <iosfwd>

namespace medskapa::regional {

/// CSV as in report.hpp. The flag is nothing, "new industry" or "missing"; a missing cell has no numbers.
void write_shift_share(std::ostream&, const ShiftShare&);

/// kind (entry or exit), decile 1..10, lowest and highest density, cells, changed, rate.
void write_entry_exit(std::ostream&, const EntryExit&);

/// One region's candidates with quadrant, score and the three industries that carry the density most.
void write_opportunities(
    std::ostream&, const Analysis&, OwnProximity, std::size_t region, double density_weight);

}  // namespace medskapa::regional
