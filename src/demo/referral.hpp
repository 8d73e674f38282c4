#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans to send the text that has been frozen for referral to the demo's parties and to let them answer,
/// each on its day. The answers' names ("RS-01") become inspel of the stage. Only the finished process has
/// come so far.
void plan_referral(Stage&);

}  // namespace medskapa::demo
