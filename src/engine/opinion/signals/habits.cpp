#include "engine/opinion/signals/habits.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

constexpr std::uint64_t readable_pause = 1000;

bool is_one_value(std::span<const Ballot> ballots) {
    return std::all_of(ballots.begin(), ballots.end(),
        [&](Ballot ballot) { return ballot.vote() == ballots.front().vote(); });
}

/// Of at least one moment, rising.
std::uint64_t median_pause(std::span<const Moment> moments) {
    std::vector<std::uint64_t> pauses;
    for (std::size_t i = 1; i < moments.size(); ++i)
        pauses.push_back(milliseconds_between(moments[i - 1].timestamp, moments[i].timestamp));
    const auto middle = pauses.begin() + std::ssize(pauses) / 2;
    std::nth_element(pauses.begin(), middle, pauses.end());
    return *middle;
}

}  // namespace

std::vector<ParticipantId> straight_liners(const Conversation& conversation) {
    std::vector<ParticipantId> found;
    for (const auto seat : conversation.seats_by_id()) {
        const auto ballots = conversation.ballots(seat);
        if (ballots.size() >= enough_votes_to_judge && is_one_value(ballots))
            found.push_back(conversation.participants()[seat]);
    }
    return found;
}

std::vector<ParticipantId> hasty_voters(std::vector<Moment> moments) {
    std::sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
        return std::pair{a.participant, a.timestamp} < std::pair{b.participant, b.timestamp};
    });
    std::vector<ParticipantId> found;
    for (std::size_t from = 0, to = 0; from < moments.size(); from = to) {
        while (to < moments.size() && moments[to].participant == moments[from].participant) ++to;
        const auto own = std::span{moments}.subspan(from, to - from);
        if (own.size() >= enough_votes_to_judge && median_pause(own) < readable_pause)
            found.push_back(own[0].participant);
    }
    return found;
}

}  // namespace medskapa::opinion
