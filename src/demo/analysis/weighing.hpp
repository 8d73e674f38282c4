#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// The seven proposals, weighed by invented people from 15 to 31 January 2020.
void plan_past_weighing(Stage&);
/// The four areas, open for everybody around the day when the demo is filled, with some answers already.
void plan_open_weighing(Stage&);

}  // namespace medskapa::demo
