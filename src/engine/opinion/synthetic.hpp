#pragma once

#include "engine/opinion/conversation.hpp"

#include <functional>

namespace medskapa::opinion {

/// A made-up conversation, for tests of scale and for demonstrations: three camps of 45, 35 and 20 % that
/// agree on some statements and differ on others.
struct SyntheticShape {
    std::size_t participants = 0;
    std::size_t statements = 0;
    double density = 0;  // the chance of a vote, 0..1
    std::uint64_t seed = 0;
};

/// Called with every vote in turn, participant by participant and statements rising. Ids are 0, 1, 2 ...
/// Nothing is kept, so that conversations larger than memory can be written. The same shape gives the same
/// votes.
using VoteSink = std::function<void(ParticipantId, StatementId, Vote)>;
void synthesise(const SyntheticShape&, const VoteSink&);

Conversation synthetic_conversation(const SyntheticShape&);

}  // namespace medskapa::opinion
