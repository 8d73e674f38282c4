#pragma once

#include "base/time.hpp"
#include "engine/opinion/signals/moments.hpp"

#include <unordered_map>
#include <vector>

namespace medskapa::app {

/// When each participant began and how fast each votes, kept up to date vote by vote: says who has voted at
/// least fifteen times with a median pause below one second, as opinion::hasty_voters does of all moments at
/// once. Each participant's votes are told in the order of time.
class VotePaces {
public:
    void add(opinion::ParticipantId, Instant);  // O(1)
    void erase(opinion::ParticipantId);
    /// Rising ids. O(participants).
    std::vector<opinion::ParticipantId> hasty() const;
    opinion::FirstVotes first_votes() const;  // O(participants)

private:
    struct Pace {
        Instant first;
        Instant last;
        int pauses = -1;
        int too_short = 0;
    };
    std::unordered_map<opinion::ParticipantId, Pace> paces_;
};

}  // namespace medskapa::app
