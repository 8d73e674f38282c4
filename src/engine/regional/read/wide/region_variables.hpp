#pragma once

#include "engine/regional/neighbours/region_variables.hpp"
#include "engine/regional/read/layout.hpp"
#include "engine/regional/table.hpp"

namespace medskapa::regional::read {

/// `region,<variable>,<variable>..`: an empty cell is missing. The block of a variable is what `block_of`
/// says or, when that is empty, what follows "_block" in its name; where no name has that, all are in one
/// block. Refuses by line and column a region that stands twice, a number of more than 10^100, and a variable
/// without a block where others have one.
Result<RegionVariables> read_region_variables(
    std::string_view bytes, const Grouping& block_of = {}, const Choices& = {});

}  // namespace medskapa::regional::read
