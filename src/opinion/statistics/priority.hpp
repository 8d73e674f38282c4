#pragma once

#include "opinion/statistics/group_votes.hpp"

namespace medskapa::opinion {

/// How much is learnt by showing the statement next: higher where opinions differ, where more agree, and
/// where few have voted. `extremity` is the length of position_of_agreeing. Statements about the conversation
/// itself have a fixed one.
double priority(const Tally&, double extremity, bool is_meta);

}  // namespace medskapa::opinion
