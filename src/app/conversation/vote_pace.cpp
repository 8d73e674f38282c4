#include "app/conversation/vote_pace.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr int enough_pauses = 14;
constexpr std::chrono::seconds readable_pause{1};

}  // namespace

void VotePaces::add(opinion::ParticipantId participant, Instant at) {
    auto& pace = paces_[participant];
    if (pace.pauses < 0) pace.first = at;
    if (++pace.pauses > 0 && at - pace.last < readable_pause) ++pace.too_short;
    pace.last = at;
}

void VotePaces::erase(opinion::ParticipantId participant) {
    paces_.erase(participant);
}

/// The middle one of sorted pauses is too short when more than half of them are.
std::vector<opinion::ParticipantId> VotePaces::hasty() const {
    std::vector<opinion::ParticipantId> found;
    for (const auto& [participant, pace] : paces_)
        if (pace.pauses >= enough_pauses && pace.too_short > pace.pauses / 2) found.push_back(participant);
    std::sort(found.begin(), found.end());
    return found;
}

opinion::FirstVotes VotePaces::first_votes() const {
    opinion::FirstVotes first;
    for (const auto& [participant, pace] : paces_)
        first.emplace(participant, pace.first.time_since_epoch().count());
    return first;
}

}  // namespace medskapa::app
