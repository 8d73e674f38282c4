#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans the documents as they were when people first read them: the referral version in the finished
/// process, the adopted strategy in the living one.
void plan_text(Stage&);

/// Plans the changes after the referral with what led to each, the adopted version, and each answer's way to
/// its change. Only the finished process has come so far.
void plan_change_of_text(Stage&);

}  // namespace medskapa::demo
