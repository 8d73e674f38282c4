#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans that organisations stand in the register, that senders ask to speak for them, and what they answer.
void plan_organisations(Stage&);

}  // namespace medskapa::demo
