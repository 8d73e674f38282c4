#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Those who know the county's work are asked for a number in two rounds, and come closer.
void plan_past_panel(Stage&);
/// A round that is over, and one that is open.
void plan_open_panel(Stage&);

}  // namespace medskapa::demo
