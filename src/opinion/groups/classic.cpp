#include "opinion/groups/classic.hpp"

#include <algorithm>

namespace medskapa::opinion {
namespace {

constexpr std::size_t most_base_clusters = 100;
constexpr int base_iterations = 100;
constexpr int group_iterations = 20;
constexpr double settled = 0.01;

struct Clusters {
    std::vector<Point> centers;
    std::vector<int> of;
};

std::vector<Point> first_distinct(std::span<const Spot> spots, std::size_t count) {
    std::vector<Point> found;
    for (const auto& spot : spots) {
        if (found.size() == count) break;
        if (std::find(found.begin(), found.end(), spot.at) == found.end()) found.push_back(spot.at);
    }
    return found;
}

/// Of centres equally near the last is taken.
int nearest(Point point, std::span<const Point> centers) {
    std::size_t best = 0;
    for (std::size_t c = 1; c < centers.size(); ++c) {
        if (squared_distance(point, centers[c]) <= squared_distance(point, centers[best])) best = c;
    }
    return static_cast<int>(best);
}

/// Everyone to the nearest centre; centres that nobody chose are gone, the others move to their members'
/// mean.
Clusters step(std::span<const Spot> spots, std::span<const Point> centers) {
    Clusters next;
    std::vector<Point> sums(centers.size());
    std::vector<double> sizes(centers.size());
    for (const auto& spot : spots) {
        next.of.push_back(nearest(spot.at, centers));
        const auto c = static_cast<std::size_t>(next.of.back());
        sums[c].x += spot.at.x * spot.weight;
        sums[c].y += spot.at.y * spot.weight;
        sizes[c] += spot.weight;
    }
    std::vector<int> place(centers.size());
    for (std::size_t c = 0; c < centers.size(); ++c) {
        place[c] = static_cast<int>(next.centers.size());
        if (sizes[c] > 0) next.centers.push_back({sums[c].x / sizes[c], sums[c].y / sizes[c]});
    }
    for (auto& c : next.of) c = place[static_cast<std::size_t>(c)];
    return next;
}

bool is_settled(std::vector<Point> before, std::vector<Point> after) {
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
        [](Point a, Point b) { return squared_distance(a, b) < settled * settled; });
}

Clusters cluster(std::span<const Spot> spots, std::size_t count, int iterations) {
    auto centers = first_distinct(spots, count);
    auto clusters = step(spots, centers);
    for (int i = 0; i < iterations && !is_settled(centers, clusters.centers); ++i) {
        centers = clusters.centers;
        clusters = step(spots, centers);
    }
    return clusters;
}

std::vector<Spot> base_spots(const Clusters& base) {
    std::vector<Spot> spots;
    for (const auto center : base.centers) spots.push_back({center, 0});
    for (const int c : base.of) ++spots[static_cast<std::size_t>(c)].weight;
    return spots;
}

std::vector<Spot> unweighted(std::vector<Spot> spots) {
    for (auto& spot : spots) spot.weight = 1;
    return spots;
}

}  // namespace

ClassicGroups classic_groups(std::span<const Point> points) {
    if (points.empty()) return {};
    std::vector<Spot> people;
    for (const auto point : points) people.push_back({point, 1});
    const auto base = cluster(people, most_base_clusters, base_iterations);
    const auto spots = base_spots(base);

    ClassicGroups groups{{}, {}, spots.size()};
    const auto most = std::min<std::size_t>(5, 2 + spots.size() / 12);
    std::vector<Grouping> tried;
    for (std::size_t k = 2; k <= most; ++k) {
        const auto clusters = cluster(spots, k, group_iterations);
        tried.push_back({static_cast<int>(clusters.centers.size()), clusters.of});
    }
    const auto scores = silhouettes(unweighted(spots), tried);
    std::size_t best = 0;
    for (std::size_t t = 0; t < tried.size(); ++t) {
        groups.silhouettes[static_cast<int>(t) + 2] = scores[t];
        if (scores[t] >= scores[best]) best = t;
    }
    groups.grouping.count = tried[best].count;
    for (const int c : base.of) groups.grouping.of.push_back(tried[best].of[static_cast<std::size_t>(c)]);
    return groups;
}

}  // namespace medskapa::opinion
