#include "engine/opinion/statistics/consensus.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr std::size_t most_shown = 5;

void add_if_clear(
    std::vector<Consensus>& list, std::size_t statement, std::int32_t successes, const Tally& tally) {
    const double p = (successes + 1.0) / (tally.votes + 2.0);
    const double test = share_test(successes, tally.votes);
    if (p > 0.5 && test > z90) list.push_back({statement, p, test});
}

void keep_clearest(std::vector<Consensus>& list) {
    std::stable_sort(list.begin(), list.end(),
        [](const auto& a, const auto& b) { return a.p * a.p_test > b.p * b.p_test; });
    if (list.size() > most_shown) list.resize(most_shown);
}

}  // namespace

ConsensusLists consensus_lists(std::span<const Tally> everyone, const std::vector<bool>& left_out) {
    ConsensusLists lists;
    for (std::size_t j = 0; j < everyone.size(); ++j) {
        if (left_out[j]) continue;
        add_if_clear(lists.agree, j, everyone[j].agrees, everyone[j]);
        add_if_clear(lists.disagree, j, everyone[j].disagrees, everyone[j]);
    }
    keep_clearest(lists.agree);
    keep_clearest(lists.disagree);
    return lists;
}

std::vector<CommonGround> common_ground(const GroupTallies& groups, std::size_t statements) {
    if (groups.empty()) return std::vector<CommonGround>(statements);
    std::vector<CommonGround> ground(statements, {1, 1, 1, 1, 1, 1});
    for (const auto& group : groups) {
        for (std::size_t j = 0; j < statements; ++j) {
            const auto& tally = group[j];
            auto& of = ground[j];
            const double agree = wilson_lower(tally.agrees, tally.votes, z90);
            const double disagree = wilson_lower(tally.disagrees, tally.votes, z90);
            of.agree *= (tally.agrees + 1.0) / (tally.votes + 2.0);
            of.disagree *= (tally.disagrees + 1.0) / (tally.votes + 2.0);
            of.agree_bound = std::min(of.agree_bound, agree);
            of.disagree_bound = std::min(of.disagree_bound, disagree);
            of.agree_mean_bound *= agree;
            of.disagree_mean_bound *= disagree;
        }
    }
    const double root = 1 / static_cast<double>(groups.size());
    for (auto& of : ground) {
        of.agree_mean_bound = std::pow(of.agree_mean_bound, root);
        of.disagree_mean_bound = std::pow(of.disagree_mean_bound, root);
    }
    return ground;
}

double wilson_lower(std::int32_t successes, std::int32_t trials, double z) {
    if (trials == 0) return 0;
    const double n = trials;
    const double p = successes / n;
    const double middle = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return std::max(0.0, (middle - spread) / (1 + z * z / n));
}

}  // namespace medskapa::opinion
