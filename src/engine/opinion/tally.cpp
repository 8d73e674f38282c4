#include "engine/opinion/tally.hpp"

namespace medskapa::opinion {

Tally& Tally::operator+=(const Tally& other) {
    agrees += other.agrees;
    disagrees += other.disagrees;
    votes += other.votes;
    return *this;
}

Tally& Tally::operator-=(const Tally& other) {
    agrees -= other.agrees;
    disagrees -= other.disagrees;
    votes -= other.votes;
    return *this;
}

Shares shares(const Tally& tally) {
    if (tally.votes == 0) return {};
    const double votes = tally.votes;
    return {tally.agrees / votes, tally.disagrees / votes, tally.passes() / votes};
}

std::vector<Tally> tallies(const Counts& counts) {
    std::vector<Tally> result;
    result.reserve(counts.size());
    for (const auto& [disagrees, passes, agrees] : counts)
        result.push_back({agrees, disagrees, agrees + disagrees + passes});
    return result;
}

std::vector<Tally> tally_everyone(const Conversation& conversation) {
    const auto statements = conversation.statements().size();
    if (const auto* pairs = conversation.pairs()) {
        std::vector<Tally> result;
        for (std::size_t j = 0; j < statements; ++j) {
            const auto& own = pairs->at(j, j);
            result.push_back({(own.product + own.first) / 2, (own.product - own.first) / 2, own.both});
        }
        return result;
    }
    Counts counts(statements);
    for (const auto& ballots : conversation.all_ballots()) {
        for (const auto ballot : ballots) ++counts[ballot.statement()][ballot.code()];
    }
    return tallies(counts);
}

}  // namespace medskapa::opinion
