#include "engine/opinion/statistics/representative.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

namespace medskapa::opinion {
namespace {

constexpr std::size_t most_shown = 5;
constexpr double false_discoveries = 0.1;

Representative record(std::size_t statement, const Leaning& leaning, const Tally& tally) {
    if (leaning.r_agree_test > leaning.r_disagree_test)
        return {statement, Side::agree, tally.agrees, tally.votes, leaning.p_agree, leaning.p_agree_test,
            leaning.r_agree, leaning.r_agree_test, false, {}};
    return {statement, Side::disagree, tally.disagrees, tally.votes, leaning.p_disagree,
        leaning.p_disagree_test, leaning.r_disagree, leaning.r_disagree_test, false, {}};
}

bool is_sufficient(const Leaning& l) {
    return (l.r_agree_test > z90 && l.p_agree_test > z90) ||
           (l.r_disagree_test > z90 && l.p_disagree_test > z90);
}

/// Whether the statement takes the place of the best so far among those that the group agrees with.
bool is_better_agree(const Leaning& l, const Tally& tally, const Leaning* best) {
    if (tally.agrees == 0 && tally.disagrees == 0) return false;
    if (best == nullptr) return l.p_agree_test > z90 || (l.r_agree > 1 && l.p_agree > 0.5);
    if (best->r_agree > 1)
        return l.r_agree * l.r_agree_test * l.p_agree * l.p_agree_test >
               best->r_agree * best->r_agree_test * best->p_agree * best->p_agree_test;
    return l.p_agree * l.p_agree_test > best->p_agree * best->p_agree_test;
}

struct Candidates {
    std::vector<Representative> sufficient;
    std::optional<Representative> best;  // among those that do not suffice
    std::optional<std::size_t> best_agree;
};

Candidates candidates(
    std::span<const Leaning> leanings, std::span<const Tally> tallies, const std::vector<bool>& left_out) {
    Candidates found;
    for (std::size_t j = 0; j < leanings.size(); ++j) {
        if (left_out[j]) continue;
        const auto& l = leanings[j];
        const auto* best_agree = found.best_agree ? &leanings[*found.best_agree] : nullptr;
        if (is_sufficient(l)) found.sufficient.push_back(record(j, l, tallies[j]));
        const double test = std::max(l.r_agree_test, l.r_disagree_test);
        if (found.sufficient.empty() && (!found.best || test > found.best->repness_test))
            found.best = record(j, l, tallies[j]);
        if (is_better_agree(l, tallies[j], best_agree)) found.best_agree = j;
    }
    return found;
}

}  // namespace

std::vector<Representative> representative_statements(
    std::span<const Leaning> leanings, std::span<const Tally> tallies, const std::vector<bool>& left_out) {
    auto [sufficient, best, best_agree] = candidates(leanings, tallies, left_out);
    std::vector<Representative> chosen;
    if (best_agree) {
        chosen.push_back(record(*best_agree, leanings[*best_agree], tallies[*best_agree]));
        chosen.back().best_agree = tallies[*best_agree].agrees;
        std::erase_if(sufficient, [&](const auto& other) { return other.statement == *best_agree; });
    } else if (sufficient.empty() && best) {
        chosen.push_back(*best);
    }
    std::stable_sort(sufficient.begin(), sufficient.end(),
        [](const auto& a, const auto& b) { return a.strength() > b.strength(); });
    chosen.insert(chosen.end(), sufficient.begin(), sufficient.end());
    if (chosen.size() > most_shown) chosen.erase(chosen.begin() + most_shown, chosen.end());
    std::stable_partition(
        chosen.begin(), chosen.end(), [](const auto& one) { return one.side == Side::agree; });
    return chosen;
}

double significance_limit(std::span<const std::vector<Leaning>> groups, const std::vector<bool>& left_out) {
    std::vector<double> tests;
    for (const auto& leanings : groups) {
        for (std::size_t j = 0; j < leanings.size(); ++j) {
            if (!left_out[j])
                tests.push_back(std::max(leanings[j].r_agree_test, leanings[j].r_disagree_test));
        }
    }
    std::sort(tests.begin(), tests.end(), std::greater{});
    double limit = std::numeric_limits<double>::infinity();
    for (std::size_t rank = 0; rank < tests.size(); ++rank) {
        // Two-sided, because the side was chosen by the test.
        const double chance = std::erfc(tests[rank] / std::numbers::sqrt2);
        const double allowed =
            false_discoveries * static_cast<double>(rank + 1) / static_cast<double>(tests.size());
        if (chance <= allowed) limit = tests[rank];
    }
    return limit;
}

}  // namespace medskapa::opinion
