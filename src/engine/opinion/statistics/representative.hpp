#pragma once

#include "engine/opinion/statistics/group_votes.hpp"

#include <optional>

namespace medskapa::opinion {

enum class Side { agree, disagree };

/// What a group is known for: a statement on which it stands out from the others.
struct Representative {
    std::size_t statement = 0;  // index
    Side side = Side::agree;
    std::int32_t successes = 0;  // votes on that side
    std::int32_t trials = 0;     // all votes of the group on the statement
    double p_success = 0;
    double p_test = 0;
    double repness = 0;
    double repness_test = 0;
    bool is_significant = false;  // stands out also when all comparisons made are counted
    std::optional<std::int32_t>
        best_agree;  // the group's agrees, when it is here for what the group agrees on

    double strength() const { return repness * repness_test * p_success * p_test; }
};

/// At most five for a group, in Polis' order: what it agrees with before what it disagrees with. `leanings`
/// by statement.
std::vector<Representative> representative_statements(
    std::span<const Leaning> leanings, std::span<const Tally> tallies, const std::vector<bool>& left_out);

/// How far a group must stand out (in z, on either side) for its difference to be more than one of the many
/// that chance brings, when all groups are compared on all statements: Benjamini and Hochberg (1995), at most
/// one in ten of what passes expected to be chance. Infinite when nothing passes.
double significance_limit(std::span<const std::vector<Leaning>> groups, const std::vector<bool>& left_out);

}  // namespace medskapa::opinion
