#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans the process' conversation: its statements with the rulings they had, and the votes of 2 000 made-up
/// participants, drawn from opinion-model.csv with a fixed seed, day by day with a map of each. The finished
/// process' result is frozen.
void plan_votes(Stage&, const store::Installation&);

}  // namespace medskapa::demo
