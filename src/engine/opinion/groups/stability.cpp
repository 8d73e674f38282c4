#include "engine/opinion/groups/stability.hpp"

#include "engine/opinion/groups/kmeans.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

constexpr int restarts = 1;
constexpr std::uint32_t most_drawn = 10'000;

std::vector<Point> centers_of(std::span<const Spot> spots, const Grouping& grouping) {
    std::vector<Point> sums(static_cast<std::size_t>(grouping.count));
    std::vector<double> sizes(sums.size());
    for (std::size_t s = 0; s < spots.size(); ++s) {
        const auto g = static_cast<std::size_t>(grouping.of[s]);
        sums[g].x += spots[s].weight * spots[s].at.x;
        sums[g].y += spots[s].weight * spots[s].at.y;
        sizes[g] += spots[s].weight;
    }
    for (std::size_t g = 0; g < sums.size(); ++g) {
        if (sizes[g] > 0) sums[g] = {sums[g].x / sizes[g], sums[g].y / sizes[g]};
    }
    return sums;
}

/// As many people as there are, or fewer where they are very many, drawn with replacement: the spots of those
/// who were. `people` holds each one's spot, in the spots' order.
std::vector<Spot> sample(std::span<const Spot> spots, std::span<const std::uint32_t> people, Random& random) {
    std::vector<std::uint32_t> times(spots.size());
    const auto count = static_cast<std::uint32_t>(people.size());
    for (std::uint32_t i = 0; i < std::min(count, most_drawn); ++i) ++times[people[random.below(count)]];
    std::vector<Spot> drawn;
    for (std::size_t s = 0; s < spots.size(); ++s) {
        if (times[s] > 0) drawn.push_back({spots[s].at, times[s]});
    }
    return drawn;
}

/// All spots by the better of what the sample's people make of the known groups and of a search from nothing.
Grouping regrouped(std::span<const Spot> spots, std::span<const Spot> drawn,
    const std::vector<Point>& centers, Random& random) {
    const auto found = best_partition(drawn, static_cast<int>(centers.size()), restarts, random);
    const auto known = settled(drawn, centers);
    return assigned(spots, known.inertia < found.inertia ? known.centers : found.centers);
}

/// For each group the best overlap with any group of the other grouping: common part over union.
void add_overlaps(const Grouping& grouping, const Grouping& other, std::span<const std::uint32_t> weights,
    std::vector<double>& sums) {
    const auto table = contingency(grouping, other, weights);
    std::vector<double> columns(static_cast<std::size_t>(other.count));
    for (const auto& row : table) {
        for (std::size_t h = 0; h < row.size(); ++h) columns[h] += row[h];
    }
    for (std::size_t g = 0; g < table.size(); ++g) {
        double size = 0;
        for (const double part : table[g]) size += part;
        double best = 0;
        for (std::size_t h = 0; h < columns.size(); ++h) {
            const double all = size + columns[h] - table[g][h];
            if (all > 0) best = std::max(best, table[g][h] / all);
        }
        sums[g] += best;
    }
}

}  // namespace

bool Stability::is_uncertain() const {
    return mean_ari < enough ||
           std::any_of(jaccard.begin(), jaccard.end(), [](double part) { return part < enough; });
}

Stability stability(const Gathered& gathered, const Grouping& grouping, std::uint64_t seed) {
    std::vector<std::uint32_t> weights;
    std::vector<std::uint32_t> people;
    for (std::uint32_t s = 0; s < gathered.spots.size(); ++s) {
        weights.push_back(gathered.spots[s].weight);
        people.insert(people.end(), gathered.spots[s].weight, s);
    }
    Stability result{0, std::vector<double>(static_cast<std::size_t>(grouping.count))};
    const auto centers = settled(gathered.spots, centers_of(gathered.spots, grouping)).centers;
    Random random{seed};
    for (int b = 0; b < Stability::samples; ++b) {
        const auto drawn = sample(gathered.spots, people, random);
        const auto found = regrouped(gathered.spots, drawn, centers, random);
        result.mean_ari += adjusted_rand_index(grouping, found, weights) / Stability::samples;
        add_overlaps(grouping, found, weights, result.jaccard);
    }
    for (auto& part : result.jaccard) part /= Stability::samples;
    return result;
}

Stability stability(std::span<const Point> points, const Grouping& grouping, std::uint64_t seed) {
    if (grouping.count == 0) return {};
    const auto gathered = gather(points);
    Grouping of_spots{grouping.count, std::vector<int>(gathered.spots.size())};
    for (std::size_t i = points.size(); i-- > 0;) of_spots.of[gathered.spot_of[i]] = grouping.of[i];
    return stability(gathered, of_spots, seed);
}

}  // namespace medskapa::opinion
