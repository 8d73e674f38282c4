#pragma once

#include "cli/demo_stage.hpp"

namespace medskapa::cli {

/// Sends the text that has been frozen for referral to the demo's parties and lets them answer, each on its
/// day. The answers' names ("RS-01") become inspel of the stage. Only the finished process has come so far.
void fill_referral(Stage&);

}  // namespace medskapa::cli
