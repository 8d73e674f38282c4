#include "engine/opinion/signals/campaigns.hpp"

#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr double limit = 4;
constexpr std::size_t fewest = 15;
constexpr std::size_t hardly_any_votes = 2;

struct Newcomers {
    std::vector<ParticipantId> participants;
    std::int32_t agrees = 0;
};

/// By statement, those who have hardly voted on anything else.
std::vector<Newcomers> newcomers(const Conversation& conversation) {
    std::vector<Newcomers> found(conversation.statements().size());
    for (const auto seat : conversation.seats_by_id()) {
        const auto ballots = conversation.ballots(seat);
        if (ballots.size() > hardly_any_votes) continue;
        for (const auto ballot : ballots) {
            auto& on = found[ballot.statement()];
            on.participants.push_back(conversation.participants()[seat]);
            on.agrees += ballot.vote() == Vote::agree ? 1 : 0;
        }
    }
    return found;
}

double share(std::int32_t part, std::int32_t whole) {
    return whole > 0 ? static_cast<double>(part) / whole : 0;
}

}  // namespace

std::vector<Campaign> campaigns(const Conversation& conversation) {
    auto by_statement = newcomers(conversation);
    const auto tallies = tally_everyone(conversation);
    double all = 0;
    for (const auto& on : by_statement) all += static_cast<double>(on.participants.size());
    std::vector<Campaign> found;
    for (std::size_t j = 0; j < by_statement.size(); ++j) {
        auto& [participants, agrees] = by_statement[j];
        const double expected = all * tallies[j].votes / static_cast<double>(conversation.votes());
        const auto count = static_cast<std::int32_t>(participants.size());
        const double z = (count - expected) / std::sqrt(std::max(1.0, expected));
        if (participants.size() < fewest || z <= limit) continue;
        found.push_back({conversation.statements()[j], std::move(participants), expected, z,
            share(agrees, count), share(tallies[j].agrees - agrees, tallies[j].votes - count)});
    }
    return found;
}

}  // namespace medskapa::opinion
