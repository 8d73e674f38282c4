#pragma once

#include "engine/opinion/conversation.hpp"

#include <vector>

namespace medskapa::opinion {

/// How unevenly the voting is spread over those who vote.
struct Participation {
    double gini = 0;                   // of votes a participant: 0 all alike .. 1 one has them all
    double top_tenth_share = 0;        // of the votes, by the tenth who voted most (rounded up), 0..1
    double in_conversation_share = 0;  // of the participants, 0..1
};

/// All 0 without participants. O(participants + statements).
Participation participation(const Conversation&, const std::vector<bool>& in_conversation);

}  // namespace medskapa::opinion
