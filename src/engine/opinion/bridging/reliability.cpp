#include "engine/opinion/bridging/reliability.hpp"

#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/ranks.hpp"
#include "engine/opinion/random.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::opinion {
namespace {

using Seats = std::vector<std::uint32_t>;

std::pair<Seats, Seats> halves(std::size_t people, std::uint64_t seed) {
    Seats all(people);
    std::iota(all.begin(), all.end(), 0U);
    Random{seed}.shuffle(all);
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(people / 2);
    std::sort(all.begin(), middle);
    std::sort(middle, all.end());
    return {{all.begin(), middle}, {middle, all.end()}};
}

std::vector<std::size_t> often_voted(const Conversation& active) {
    const auto tallies = tally_everyone(active);
    std::vector<std::size_t> statements;
    for (std::size_t j = 0; j < tallies.size(); ++j)
        if (tallies[j].votes >= ContinuousBridging::fewest_shown) statements.push_back(j);
    return statements;
}

ContinuousBridging of_half(const Conversation& active, const Seats& half) {
    const auto votes = active_votes(active, half);
    return continuous_bridging(votes, landscape(votes));
}

std::vector<double> picked(const std::vector<double>& all, const std::vector<std::size_t>& statements) {
    std::vector<double> some;
    for (const auto j : statements) some.push_back(all[j]);
    return some;
}

}  // namespace

Reliability reliability(const Conversation& active, std::uint64_t seed, std::size_t splits) {
    const auto compared = often_voted(active);
    Reliability result;
    result.eligible = compared.size();
    const auto whole = continuous_bridging(active, landscape(active));
    result.of_each_other = rank_correlation(picked(whole.scores, compared), picked(whole.plain, compared));
    for (std::size_t split = 0; split < splits; ++split) {
        const auto [one, other] = halves(active.participants().size(), hash64({seed, split}));
        const auto a = of_half(active, one);
        const auto b = of_half(active, other);
        result.bridging.push_back(rank_correlation(picked(a.scores, compared), picked(b.scores, compared)));
        result.plain.push_back(rank_correlation(picked(a.plain, compared), picked(b.plain, compared)));
    }
    return result;
}

std::optional<double> mean_of(const Reliability::Agreements& agreements) {
    double sum = 0;
    int count = 0;
    for (const auto& agreement : agreements) {
        if (!agreement) continue;
        sum += *agreement;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}

std::optional<double> smallest_of(const Reliability::Agreements& agreements) {
    std::optional<double> smallest;
    for (const auto& agreement : agreements)
        if (agreement && (!smallest || *agreement < *smallest)) smallest = agreement;
    return smallest;
}

}  // namespace medskapa::opinion
