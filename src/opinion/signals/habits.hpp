#pragma once

#include "opinion/conversation.hpp"
#include "opinion/signals/moments.hpp"

#include <vector>

namespace medskapa::opinion {

/// What a person should look at before trusting a result. Never a reason to remove anybody by itself: in real
/// conversations some people do agree with everything, and some do vote alike. What a map is without those
/// who were flagged is told by sensitivity().

/// Votes below which nothing can be said of how somebody votes.
inline constexpr std::size_t enough_votes_to_judge = 15;

/// Who has voted at least fifteen times and always the same. Rising ids.
std::vector<ParticipantId> straight_liners(const Conversation&);

/// People with the very same votes on the same statements, at least fifteen, each set in rising order of ids
/// and sets by their first. O(votes + participants log participants).
std::vector<std::vector<ParticipantId>> identical_voters(const Conversation&);

/// Who has voted at least fifteen times with a median pause below one second: faster than one can read.
/// Rising ids.
std::vector<ParticipantId> hasty_voters(std::vector<Moment>);

}  // namespace medskapa::opinion
