#include "domain/conversation/opinion_result.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa {
namespace {

using Shown = OpinionResult;

bool is_in_fives(int count) {
    return count >= 0 && count % Shown::fewest_shown == 0;
}

bool is_in_fives(const Shown::Votes& votes) {
    return is_in_fives(votes.agrees) && is_in_fives(votes.disagrees) && is_in_fives(votes.votes);
}

bool is_whole(double value, double part) {
    return part > 0 && value / part == std::floor(value / part);
}

bool is_on_grid(Shown::Point at, double step) {
    return is_whole(at.x, step) && is_whole(at.y, step);
}

bool is_in_fives(const Shown::OnStatement& on) {
    const auto is_each_in_fives = [](const std::vector<Shown::Votes>& cells) {
        return std::all_of(cells.begin(), cells.end(), [](const auto& votes) { return is_in_fives(votes); });
    };
    return is_in_fives(on.everyone) && is_in_fives(on.without_flagged) && is_each_in_fives(on.by_group) &&
           is_each_in_fives(on.by_tier) && is_in_fives(static_cast<int>(on.weighted.effective_votes));
}

/// A share or a bound: two digits say nothing of one person among many, and of few there are no shares.
bool is_coarse(double value) {
    return std::abs(value * 100 - std::round(value * 100)) < 1e-9;
}

bool is_coarse(const Shown::OnStatement& on) {
    return is_coarse(on.agree_bound) && is_coarse(on.disagree_bound) && is_coarse(on.bridging) &&
           is_coarse(on.weighted.agree) && is_coarse(on.weighted.disagree) && is_coarse(on.center) &&
           is_whole(on.direction[0], 1 / 64.0) && is_whole(on.direction[1], 1 / 64.0);
}

bool is_in_fives(const Shown::Slate& slate) {
    return is_in_fives(slate.known) && is_in_fives(slate.could_be) && is_in_fives(slate.expected);
}

bool is_coarse(const std::optional<Shown::Distortion>& distortion) {
    return !distortion || (is_coarse(distortion->trustworthiness) && is_coarse(distortion->shown));
}

bool counts_in_fives(const Shown& r) {
    return is_in_fives(r.slate) && (!r.distortion || is_in_fives(r.distortion->hollow)) &&
           is_in_fives(r.participants) && is_in_fives(r.votes) && is_in_fives(r.flagged.people) &&
           is_in_fives(r.weighting.answered) && is_in_fives(static_cast<int>(r.weighting.effective_people)) &&
           std::all_of(r.groups.begin(), r.groups.end(), [](const auto& g) { return is_in_fives(g.size); }) &&
           std::all_of(r.tiers.begin(), r.tiers.end(), [](const auto& t) { return is_in_fives(t.people); });
}

}  // namespace

std::string breach_of_privacy(const OpinionResult& r) {
    for (const auto& mark : r.marks) {
        if (mark.people < Shown::fewest_shown) return "a mark of fewer than five people";
        if (!is_on_grid(mark.at, r.step)) return "a mark between the steps";
    }
    for (const auto& group : r.groups)
        if (!is_on_grid(group.center, r.step)) return "a group's centre between the steps";
    if (!counts_in_fives(r)) return "a count of people that is not in fives";
    for (const auto& on : r.statements) {
        if (!is_in_fives(on)) return "votes that are not counted in fives";
        if (!is_coarse(on)) return "a share with more than two digits";
    }
    return is_coarse(r.agreement) && is_coarse(r.distortion) ? "" : "a share with more than two digits";
}

}  // namespace medskapa
