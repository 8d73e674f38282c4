#include "engine/opinion/groups/kmeans.hpp"

#include <algorithm>
#include <limits>

namespace medskapa::opinion {
namespace {

constexpr int most_rounds = 100;

/// The spot at which the running sum of `shares` passes a random part of their sum.
std::size_t drawn(std::span<const double> shares, double sum, Random& random) {
    double left = random.unit() * sum;
    std::size_t last = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] <= 0) continue;
        last = i;
        left -= shares[i];
        if (left < 0) break;
    }
    return last;
}

/// Centres far apart: each drawn with a chance that grows with the square of the distance to those before it.
std::vector<Point> spread_centers(std::span<const Spot> spots, int k, Random& random) {
    std::vector<double> nearest(spots.size(), 1);
    std::vector<double> shares(spots.size());
    std::vector<Point> centers;
    while (centers.size() < static_cast<std::size_t>(k)) {
        double sum = 0;
        for (std::size_t i = 0; i < spots.size(); ++i) sum += shares[i] = nearest[i] * spots[i].weight;
        if (sum <= 0) break;
        const auto center = spots[drawn(shares, sum, random)].at;
        if (centers.empty())
            std::fill(nearest.begin(), nearest.end(), std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < spots.size(); ++i)
            nearest[i] = std::min(nearest[i], squared_distance(spots[i].at, center));
        centers.push_back(center);
    }
    return centers;
}

struct Mean {
    double x = 0;
    double y = 0;
    double weight = 0;
};

Partition unassigned(std::span<const Spot> spots, std::vector<Point> centers) {
    Partition partition{std::move(centers), {}, 0};
    partition.grouping.count = static_cast<int>(partition.centers.size());
    partition.grouping.of.assign(spots.size(), Grouping::none);
    return partition;
}

/// Gives every spot its nearest centre and sums up what each centre got. True when any spot moved.
bool assign(std::span<const Spot> spots, Partition& partition, std::vector<Mean>& means) {
    means.assign(partition.centers.size(), {});
    double inertia = 0;
    bool has_moved = false;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const auto at = spots[i].at;
        int best = 0;
        double least = squared_distance(at, partition.centers[0]);
        for (std::size_t c = 1; c < partition.centers.size(); ++c) {
            const double distance = squared_distance(at, partition.centers[c]);
            best = distance < least ? static_cast<int>(c) : best;
            least = std::min(least, distance);
        }
        has_moved |= partition.grouping.of[i] != best;
        partition.grouping.of[i] = best;
        const double weight = spots[i].weight;
        auto& mean = means[static_cast<std::size_t>(best)];
        mean.x += weight * at.x;
        mean.y += weight * at.y;
        mean.weight += weight;
        inertia += weight * least;
    }
    partition.inertia = inertia;
    return has_moved;
}

}  // namespace

Partition best_partition(std::span<const Spot> spots, int k, int restarts, Random& random) {
    Partition best;
    best.inertia = std::numeric_limits<double>::infinity();
    for (int restart = 0; restart < restarts; ++restart) {
        auto centers = spread_centers(spots, k, random);
        if (centers.empty()) break;
        auto partition = settled(spots, std::move(centers));
        if (partition.inertia < best.inertia) best = std::move(partition);
    }
    return best;
}

Partition settled(std::span<const Spot> spots, std::vector<Point> centers) {
    auto partition = unassigned(spots, std::move(centers));
    std::vector<Mean> means;
    for (int round = 0; assign(spots, partition, means) && round < most_rounds; ++round) {
        for (std::size_t c = 0; c < means.size(); ++c) {
            if (means[c].weight > 0)
                partition.centers[c] = {means[c].x / means[c].weight, means[c].y / means[c].weight};
        }
    }
    return partition;
}

Grouping assigned(std::span<const Spot> spots, std::vector<Point> centers) {
    auto partition = unassigned(spots, std::move(centers));
    std::vector<Mean> means;
    assign(spots, partition, means);
    return std::move(partition.grouping);
}

}  // namespace medskapa::opinion
