#include "engine/opinion/statistics/participation.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

/// How many participants have cast so many votes, by number of votes.
std::vector<std::size_t> people_by_votes(const Conversation& conversation) {
    std::vector<std::size_t> people(conversation.statements().size() + 1);
    for (const auto& ballots : conversation.all_ballots()) ++people[ballots.size()];
    return people;
}

}  // namespace

Participation participation(const Conversation& conversation, const std::vector<bool>& in_conversation) {
    const auto everyone = conversation.participants().size();
    if (everyone == 0) return {};
    const auto people = people_by_votes(conversation);
    const auto votes = static_cast<double>(conversation.votes());
    const auto n = static_cast<double>(everyone);
    double by_rank = 0;  // the sum of rank times votes, from the one with fewest
    std::size_t before = 0;
    for (std::size_t cast = 0; cast < people.size(); ++cast) {
        const auto ranks = people[cast] * (2 * before + people[cast] + 1) / 2;
        by_rank += static_cast<double>(cast * ranks);
        before += people[cast];
    }
    auto left = (everyone + 9) / 10;
    std::size_t of_top = 0;
    for (auto cast = people.size(); left > 0; left -= std::min(left, people[cast])) {
        --cast;
        of_top += cast * std::min(left, people[cast]);
    }
    const auto in = std::count(in_conversation.begin(), in_conversation.end(), true);
    return {2 * by_rank / (n * votes) - (n + 1) / n, static_cast<double>(of_top) / votes,
        static_cast<double>(in) / n};
}

}  // namespace medskapa::opinion
