#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans that points of a SWOT are written, rest on what there is, and are published. One that rests on
/// nothing stays a draft.
void plan_swot(Stage&);

}  // namespace medskapa::demo
