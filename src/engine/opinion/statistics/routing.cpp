#include "engine/opinion/statistics/routing.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

bool is_unseen(const Candidate& candidate) {
    return candidate.exposures < enough_exposures;
}

}  // namespace

std::vector<double> serving_probabilities(std::span<const Candidate> candidates) {
    double sum = 0;
    for (const auto& candidate : candidates) sum += candidate.priority;
    const auto unseen = std::count_if(candidates.begin(), candidates.end(), is_unseen);
    const double reserved = unseen > 0 ? share_of_the_unseen : 0;
    std::vector<double> chances;
    for (const auto& candidate : candidates) {
        const double own = is_unseen(candidate) ? reserved / static_cast<double>(unseen) : 0;
        chances.push_back(own + (1 - reserved) * candidate.priority / sum);
    }
    return chances;
}

std::optional<Serving> next_statement(std::span<const Candidate> candidates, double luck) {
    if (candidates.empty()) return std::nullopt;
    const auto chances = serving_probabilities(candidates);
    std::size_t chosen = 0;
    for (double left = luck - chances[0]; left >= 0 && chosen + 1 < chances.size(); left -= chances[chosen])
        ++chosen;
    return Serving{candidates[chosen].statement, chances[chosen]};
}

}  // namespace medskapa::opinion
