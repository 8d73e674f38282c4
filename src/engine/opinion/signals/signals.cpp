#include "engine/opinion/signals/signals.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::opinion {

Signals signals(const Conversation& conversation, const std::vector<Moment>& moments) {
    return signals(conversation, first_votes(moments), hasty_voters(moments));
}

Signals signals(const Conversation& conversation, const FirstVotes& first, std::vector<ParticipantId> hasty) {
    const auto people = judged(conversation, first);
    std::vector<std::uint32_t> seats;
    for (const auto& one : people) seats.push_back(one.seat);
    const auto links = beyond_chance(conversation, people, alike_pairs(conversation, seats));
    return {people.size(), straight_liners(conversation), std::move(hasty),
        alike_voters(conversation, people, links), rings(conversation, people, links), surges(first),
        campaigns(conversation)};
}

std::vector<ParticipantId> flagged(const Signals& signals) {
    auto all = signals.straight_liners;
    const auto add = [&](const std::vector<ParticipantId>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(signals.hasty);
    for (const auto& alike : signals.alike) add(alike.participants);
    for (const auto& ring : signals.rings) add(ring.participants);
    for (const auto& campaign : signals.campaigns) add(campaign.participants);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace medskapa::opinion
