#pragma once

#include "engine/opinion/conversation.hpp"

#include <vector>

namespace medskapa::opinion {

/// Many who have voted on hardly anything but one statement.
struct Campaign {
    StatementId statement = 0;
    std::vector<ParticipantId> participants;  // rising: with at most two votes
    double expected = 0;                      // how many by the statement's part of all votes
    double z = 0;
    double agree_share = 0;            // of their votes on it
    double agree_share_of_others = 0;  // of all other votes on it
};

/// Statements with at least fifteen of them, more than four deviations of a Poisson count above what is
/// expected. Rising. O(votes).
std::vector<Campaign> campaigns(const Conversation&);

}  // namespace medskapa::opinion
