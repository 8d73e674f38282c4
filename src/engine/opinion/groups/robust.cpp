#include "engine/opinion/groups/robust.hpp"

#include "engine/opinion/groups/kmeans.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr int restarts = 20;

Grouping one_group(std::size_t members) {
    return {1, std::vector<int>(members, 0)};
}

/// Group 0 is the largest; equals by their places.
Grouping largest_first(const Grouping& grouping, std::span<const Spot> spots) {
    std::vector<std::uint64_t> sizes(static_cast<std::size_t>(grouping.count));
    std::vector<std::size_t> first(sizes.size(), spots.size());
    for (std::size_t s = spots.size(); s-- > 0;) {
        const auto g = static_cast<std::size_t>(grouping.of[s]);
        sizes[g] += spots[s].weight;
        first[g] = s;
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
        [&](auto a, auto b) { return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b]; });
    std::vector<int> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<int>(i);
    auto sorted = grouping;
    for (auto& g : sorted.of) g = place[static_cast<std::size_t>(g)];
    return sorted;
}

std::vector<Grouping> partitions(std::span<const Spot> spots, std::uint64_t seed) {
    std::vector<Grouping> tried;
    Random random{seed};
    for (int k = 2; k <= RobustGroups::most && static_cast<std::size_t>(k) <= spots.size(); ++k)
        tried.push_back(best_partition(spots, k, restarts, random).grouping);
    return tried;
}

}  // namespace

RobustGroups no_groups(std::size_t points) {
    if (points == 0) return {};
    return {one_group(points), {}, {1, {1}}, {1, 0, 0}};
}

RobustGroups robust_groups(std::span<const Point> points, std::uint64_t seed, const Choice& remembered) {
    const auto gathered = gather(points);
    const auto tried = partitions(gathered.spots, seed);
    if (tried.empty()) return no_groups(points.size());
    const auto scores = silhouettes(gathered.spots, tried);
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();

    auto result = no_groups(points.size());
    for (std::size_t t = 0; t < tried.size(); ++t) result.silhouettes[tried[t].count] = scores[t];
    const auto known = result.silhouettes.find(remembered.groups);
    const double before = known == result.silhouettes.end() ? 0 : known->second;
    const auto choice = steady_choice(tried[static_cast<std::size_t>(best)].count,
        scores[static_cast<std::size_t>(best)] - before, remembered);
    const auto chosen = std::find_if(
        tried.begin(), tried.end(), [&](const Grouping& one) { return one.count == choice.groups; });
    result.choice = choice;
    if (chosen == tried.end()) return result;

    const auto grouping = largest_first(*chosen, gathered.spots);
    auto found = stability(gathered, grouping, seed);
    if (found.mean_ari < RobustGroups::least_agreement) return result;
    result.stability = std::move(found);
    result.grouping.count = grouping.count;
    for (std::size_t i = 0; i < points.size(); ++i) result.grouping.of[i] = grouping.of[gathered.spot_of[i]];
    return result;
}

}  // namespace medskapa::opinion
