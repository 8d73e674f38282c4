#pragma once

#include "engine/opinion/conversation.hpp"

namespace medskapa::opinion {

/// The fewest people that any mark or number may stand for.
inline constexpr std::size_t fewest_together = 5;

/// The votes that may be shown: of people who have voted on seven statements, or on all where there are
/// fewer, and on statements that five of these have voted on, none of them left out. Their pairs are
/// counted. Everything that is published follows from these votes and no others. O(votes) a round, few
/// rounds.
Conversation votes_on_map(const Conversation&);

}  // namespace medskapa::opinion
