#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans that the editions of the plan for participation are published, and that it is said what came of it.
void plan_participation(Stage&);

}  // namespace medskapa::demo
