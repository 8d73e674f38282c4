#pragma once

#include "engine/regional/areas/labour_markets.hpp"

namespace medskapa::regional {

/// Each place's out-share, largest flow and, to begin with, no role.
std::vector<Placing> measured(const Flows&, const Employed&);

/// Employed who live in the place: as given, or else the sum of its flows.
double employed_in(const Flows&, const Employed&, std::size_t place);

/// Makes followers into trees: cuts circles and then chains of more than `max_links`, and gives each place
/// its area and links. Every place must have its role; only followers follow `largest_to`.
void settle(std::vector<Placing>&, std::size_t max_links);

}  // namespace medskapa::regional
