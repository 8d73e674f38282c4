#pragma once

#include "cli/demo_stage.hpp"

namespace medskapa::cli {

/// Plans to send the text that has been frozen for referral to the demo's parties and to let them answer,
/// each on its day. The answers' names ("RS-01") become inspel of the stage. Only the finished process has
/// come so far.
void plan_referral(Stage&);

}  // namespace medskapa::cli
