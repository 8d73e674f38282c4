#include "engine/opinion/groups/lloyd.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

namespace medskapa::opinion {
namespace {

constexpr double settled = 0.01;

/// Of centres equally near the last is taken.
std::size_t nearest(Point point, std::span<const Point> centers) {
    std::size_t best = 0;
    for (std::size_t c = 1; c < centers.size(); ++c) {
        if (squared_distance(point, centers[c]) <= squared_distance(point, centers[best])) best = c;
    }
    return best;
}

/// The clusters that have somebody, each at the middle of its weights; one without anybody is gone.
Clusters occupied(
    const Clusters& clusters, const std::vector<Point>& sums, const std::vector<double>& sizes) {
    Clusters next{{}, {}, clusters.of};
    std::vector<int> place(sums.size());
    for (std::size_t c = 0; c < sums.size(); ++c) {
        place[c] = static_cast<int>(next.ids.size());
        if (sizes[c] <= 0) continue;
        next.ids.push_back(clusters.ids[c]);
        next.centers.push_back({sums[c].x / sizes[c], sums[c].y / sizes[c]});
    }
    for (auto& c : next.of) {
        if (c != Grouping::none) c = place[static_cast<std::size_t>(c)];
    }
    return next;
}

/// Moves centres to their members' mean; those without members are gone.
Clusters recentred(std::span<const Spot> spots, const Clusters& clusters) {
    std::vector<Point> sums(clusters.ids.size());
    std::vector<double> sizes(sums.size());
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (clusters.of[i] == Grouping::none) continue;
        const auto c = static_cast<std::size_t>(clusters.of[i]);
        sums[c].x += spots[i].at.x * spots[i].weight;
        sums[c].y += spots[i].at.y * spots[i].weight;
        sizes[c] += spots[i].weight;
    }
    return occupied(clusters, sums, sizes);
}
Clusters step(std::span<const Spot> spots, Clusters clusters) {
    for (std::size_t i = 0; i < spots.size(); ++i)
        clusters.of[i] = static_cast<int>(nearest(spots[i].at, clusters.centers));
    return recentred(spots, clusters);
}

bool is_settled(std::vector<Point> before, std::vector<Point> after) {
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
        [](Point a, Point b) { return squared_distance(a, b) < settled * settled; });
}

Clusters cold_start(std::span<const Spot> spots, std::size_t most) {
    Clusters clusters{{}, {}, std::vector<int>(spots.size(), Grouping::none)};
    auto& centers = clusters.centers;
    for (const auto& spot : spots) {
        if (centers.size() == most) break;
        if (std::find(centers.begin(), centers.end(), spot.at) == centers.end()) centers.push_back(spot.at);
    }
    clusters.ids.resize(centers.size());
    std::iota(clusters.ids.begin(), clusters.ids.end(), 0);
    return clusters;
}

/// The remembered clusters, with those of their members who are still there.
Clusters recalled(const NamedSpots& points, const std::vector<NamedCluster>& remembered) {
    std::unordered_map<std::int64_t, int> place_of;
    Clusters clusters;
    for (const auto& cluster : remembered) {
        for (const auto member : cluster.members) place_of[member] = static_cast<int>(clusters.ids.size());
        clusters.ids.push_back(cluster.id);
    }
    for (const auto name : points.names) {
        const auto at = place_of.find(name);
        clusters.of.push_back(at == place_of.end() ? Grouping::none : at->second);
    }
    return recentred(points.spots, clusters);
}

/// Clusters at the very same place become one.
Clusters joined(std::span<const Spot> spots, Clusters clusters) {
    const auto size = [&](std::size_t c) {
        return std::count(clusters.of.begin(), clusters.of.end(), static_cast<int>(c));
    };
    for (std::size_t c = 1; c < clusters.ids.size(); ++c) {
        const auto at = std::find(clusters.centers.begin(),
            clusters.centers.begin() + static_cast<std::ptrdiff_t>(c), clusters.centers[c]);
        const auto twin = static_cast<std::size_t>(at - clusters.centers.begin());
        if (twin == c) continue;
        if (size(c) >= size(twin)) clusters.ids[twin] = clusters.ids[c];
        std::replace(clusters.of.begin(), clusters.of.end(), static_cast<int>(c), static_cast<int>(twin));
    }
    return recentred(spots, clusters);
}

/// The point farthest from its nearest centre, the last of equals; none when all lie on centres.
std::optional<std::size_t> farthest(std::span<const Spot> spots, std::span<const Point> centers) {
    std::optional<std::size_t> found;
    double most = 0;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const double distance = squared_distance(spots[i].at, centers[nearest(spots[i].at, centers)]);
        if (distance <= 0 || distance < most) continue;
        most = distance;
        found = i;
    }
    return found;
}

std::size_t distinct(std::span<const Spot> spots) {
    std::set<Point> places;
    for (const auto& spot : spots) places.insert(spot.at);
    return places.size();
}

Clusters warm_start(const NamedSpots& points, std::size_t most, const std::vector<NamedCluster>& remembered) {
    const std::span<const Spot> spots{points.spots};
    auto clusters = joined(spots, recalled(points, remembered));
    const auto possible = std::min(most, distinct(spots));
    while (!clusters.ids.empty() && clusters.ids.size() < possible) {
        const auto outlier = farthest(spots, clusters.centers);
        if (!outlier) break;
        clusters.of[*outlier] = static_cast<int>(clusters.ids.size());
        clusters.ids.push_back(*std::max_element(clusters.ids.begin(), clusters.ids.end()) + 1);
        clusters = recentred(spots, clusters);
    }
    return clusters;
}

Clusters in_order_of_ids(const Clusters& clusters) {
    std::vector<std::size_t> order(clusters.ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return clusters.ids[a] < clusters.ids[b]; });
    Clusters sorted;
    std::vector<int> place(order.size());
    for (const auto c : order) {
        place[c] = static_cast<int>(sorted.ids.size());
        sorted.ids.push_back(clusters.ids[c]);
        sorted.centers.push_back(clusters.centers[c]);
    }
    for (const int c : clusters.of) sorted.of.push_back(place[static_cast<std::size_t>(c)]);
    return sorted;
}

}  // namespace

Clusters lloyd(
    const NamedSpots& points, std::size_t most, int iterations, const std::vector<NamedCluster>& remembered) {
    if (points.spots.empty()) return {};
    auto before = warm_start(points, most, remembered);
    if (before.ids.empty()) before = cold_start(points.spots, most);
    auto clusters = step(points.spots, before);
    for (int i = 0; i < iterations && !is_settled(before.centers, clusters.centers); ++i) {
        before = clusters;
        clusters = step(points.spots, before);
    }
    return in_order_of_ids(clusters);
}

std::vector<NamedCluster> named(const Clusters& clusters, const std::vector<std::int64_t>& names) {
    std::vector<NamedCluster> result;
    for (const int id : clusters.ids) result.push_back({id, {}});
    for (std::size_t i = 0; i < names.size(); ++i)
        result[static_cast<std::size_t>(clusters.of[i])].members.push_back(names[i]);
    return result;
}

}  // namespace medskapa::opinion
