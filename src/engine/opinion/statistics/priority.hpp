#pragma once

#include "engine/opinion/random.hpp"
#include "engine/opinion/statistics/group_votes.hpp"

namespace medskapa::opinion {

/// How much is learnt by showing the statement next: higher where opinions differ, where more agree, and
/// where few have voted. `extremity` is the length of position_of_agreeing. Statements about the conversation
/// itself have a fixed one.
double priority(const Tally&, double extremity, bool is_meta);

/// The same for the draw of what is shown next: the share that agrees, of which few votes are a poor guess,
/// is drawn anew from all that they leave possible, Beta(agrees + 1, votes - agrees + 1) (Thompson 1933). So
/// a statement that began badly is tried again, and with many votes hardly anything moves. Still > 0.
double explored(double priority, const Tally&, Random&);

}  // namespace medskapa::opinion
