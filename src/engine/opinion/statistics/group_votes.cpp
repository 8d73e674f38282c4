#include "engine/opinion/statistics/group_votes.hpp"

#include <cmath>

namespace medskapa::opinion {
namespace {

double share(std::int32_t successes, std::int32_t trials) {
    return (successes + 1.0) / (trials + 2.0);
}

double difference_test(
    std::int32_t successes, std::int32_t trials, std::int32_t other_successes, std::int32_t other_trials) {
    const double s1 = successes + 1.0;
    const double n1 = trials + 1.0;
    const double s2 = other_successes + 1.0;
    const double n2 = other_trials + 1.0;
    const double pooled = (s1 + s2) / (n1 + n2);
    if (pooled == 1) return 0;
    return (s1 / n1 - s2 / n2) / std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}

}  // namespace

GroupTallies tally_groups(
    const Conversation& conversation, std::span<const std::uint32_t> seats, const Grouping& grouping) {
    std::vector<Counts> counts(
        static_cast<std::size_t>(grouping.count), Counts(conversation.statements().size()));
    for (std::size_t i = 0; i < seats.size(); ++i) {
        if (grouping.of[i] == Grouping::none) continue;
        auto& of_group = counts[static_cast<std::size_t>(grouping.of[i])];
        for (const auto ballot : conversation.ballots(seats[i]))
            ++of_group[ballot.statement()][ballot.code()];
    }
    GroupTallies result;
    for (const auto& of_group : counts) result.push_back(tallies(of_group));
    return result;
}

std::vector<Tally> summed(const GroupTallies& groups, std::size_t statements) {
    std::vector<Tally> sums(statements);
    for (const auto& group : groups) {
        for (std::size_t j = 0; j < statements; ++j) sums[j] += group[j];
    }
    return sums;
}

double share_test(std::int32_t successes, std::int32_t trials) {
    const double n = trials + 1.0;
    return 2 * std::sqrt(n) * ((successes + 1.0) / n - 0.5);
}

Leaning leaning(const Tally& group, const Tally& others) {
    Leaning result;
    result.p_agree = share(group.agrees, group.votes);
    result.p_disagree = share(group.disagrees, group.votes);
    result.p_agree_test = share_test(group.agrees, group.votes);
    result.p_disagree_test = share_test(group.disagrees, group.votes);
    result.r_agree = result.p_agree / share(others.agrees, others.votes);
    result.r_disagree = result.p_disagree / share(others.disagrees, others.votes);
    result.r_agree_test = difference_test(group.agrees, group.votes, others.agrees, others.votes);
    result.r_disagree_test = difference_test(group.disagrees, group.votes, others.disagrees, others.votes);
    return result;
}

}  // namespace medskapa::opinion
