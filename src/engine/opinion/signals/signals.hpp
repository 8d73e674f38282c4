#pragma once

#include "engine/opinion/signals/alike.hpp"
#include "engine/opinion/signals/campaigns.hpp"
#include "engine/opinion/signals/habits.hpp"

namespace medskapa::opinion {

/// What a person should look at before trusting a result. Never a reason to remove anybody by itself: in real
/// conversations some people do agree with everything, and some do vote alike.
struct Signals {
    std::size_t judged = 0;  // participants with enough votes for their habits to be judged
    std::vector<ParticipantId> straight_liners;
    std::vector<ParticipantId> hasty;
    std::vector<AlikeVoters> alike;
    std::vector<Ring> rings;
    std::vector<Surge> surges;
    std::vector<Campaign> campaigns;
};

/// `moments` of the same conversation; may be empty, and then nothing is reported of time. The same for the
/// same votes and moments in any order. O(n log n) in votes and moments.
Signals signals(const Conversation&, const std::vector<Moment>& moments);

/// The same by what a caller has kept of the moments vote by vote. O(n log n) in votes.
Signals signals(const Conversation&, const FirstVotes&, std::vector<ParticipantId> hasty);

/// Everybody named by a signal, rising; but not for a surge alone, as most who come when a newspaper has
/// written are what they seem.
std::vector<ParticipantId> flagged(const Signals&);

}  // namespace medskapa::opinion
