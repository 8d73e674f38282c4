#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/groups/grouping.hpp"
#include "engine/opinion/tally.hpp"

namespace medskapa::opinion {

/// Tallies by group and statement: groups x statements.
using GroupTallies = std::vector<std::vector<Tally>>;

/// Over the members of each group; `seats[i]` is of the group `grouping.of[i]`. O(votes).
GroupTallies tally_groups(
    const Conversation&, std::span<const std::uint32_t> seats, const Grouping& grouping);
std::vector<Tally> summed(const GroupTallies&, std::size_t statements);

/// What a group says of a statement, against all other groups together.
struct Leaning {
    double p_agree = 0;  // (agrees + 1) / (votes + 2)
    double p_disagree = 0;
    double p_agree_test = 0;  // z of that share against one half
    double p_disagree_test = 0;
    double r_agree = 0;  // how many times the others' share
    double r_disagree = 0;
    double r_agree_test = 0;  // z of that difference
    double r_disagree_test = 0;
};
Leaning leaning(const Tally& group, const Tally& others);

/// z of a share of successes against one half, after one more success in one more trial.
double share_test(std::int32_t successes, std::int32_t trials);

/// One-sided limits of the normal distribution, as the original rounds them.
inline constexpr double z90 = 1.2816;

}  // namespace medskapa::opinion
