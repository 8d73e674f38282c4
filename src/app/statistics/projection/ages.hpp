#pragma once

#include "domain/statistics/dataset.hpp"

namespace medskapa::app {

/// Where each member of the dimension of ages stands, the youngest first; none for "all ages".
struct Ages {
    std::vector<std::string> codes;
    std::vector<std::optional<std::size_t>> place;  // by member
    std::vector<bool> is_born;                      // by member
    int step = 1;
};

/// Refuses, with the parameter as the complaint's part, a dimension without ages from 0, or of unequal width.
Result<Ages> ages_in(const Dataset::Dimension&);

}  // namespace medskapa::app
