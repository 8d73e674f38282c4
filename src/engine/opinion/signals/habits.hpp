#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/signals/moments.hpp"

#include <vector>

namespace medskapa::opinion {

/// Votes below which nothing can be said of how somebody votes.
inline constexpr std::size_t enough_votes_to_judge = 15;

/// Who has voted at least fifteen times and always the same. Rising ids.
std::vector<ParticipantId> straight_liners(const Conversation&);

/// Who has voted at least fifteen times with a median pause below one second: faster than one can read.
/// Rising ids.
std::vector<ParticipantId> hasty_voters(std::vector<Moment>);

}  // namespace medskapa::opinion
