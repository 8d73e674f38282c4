#include "opinion/groups/grouping.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace medskapa::opinion {
namespace {

/// One spot's silhouette, from the sum of its distances to each group's members.
double silhouette(std::span<const double> distances, std::span<const double> sizes, std::size_t own) {
    if (sizes[own] <= 1) return 0;
    const double within = distances[own] / (sizes[own] - 1);
    double between = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < sizes.size(); ++g) {
        if (g != own && sizes[g] > 0) between = std::min(between, distances[g] / sizes[g]);
    }
    const double larger = std::max(within, between);
    return std::isinf(between) || larger <= 0 ? 0 : (between - within) / larger;
}

std::vector<double> group_sizes(std::span<const Spot> spots, const Grouping& grouping) {
    std::vector<double> sizes(static_cast<std::size_t>(grouping.count));
    for (std::size_t i = 0; i < spots.size(); ++i)
        sizes[static_cast<std::size_t>(grouping.of[i])] += spots[i].weight;
    return sizes;
}

double pairs(double count) {
    return count * (count - 1) / 2;
}

}  // namespace

std::vector<double> silhouettes(std::span<const Spot> spots, std::span<const Grouping> groupings) {
    std::vector<double> sums(groupings.size());
    std::vector<std::vector<double>> sizes;
    for (const auto& grouping : groupings) sizes.push_back(group_sizes(spots, grouping));
    std::vector<double> distances(spots.size());
    std::vector<double> to_group;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        for (std::size_t j = 0; j < spots.size(); ++j)
            distances[j] = std::sqrt(squared_distance(spots[i].at, spots[j].at)) * spots[j].weight;
        for (std::size_t k = 0; k < groupings.size(); ++k) {
            to_group.assign(sizes[k].size(), 0);
            for (std::size_t j = 0; j < spots.size(); ++j)
                to_group[static_cast<std::size_t>(groupings[k].of[j])] += distances[j];
            const auto own = static_cast<std::size_t>(groupings[k].of[i]);
            sums[k] += spots[i].weight * silhouette(to_group, sizes[k], own);
        }
    }
    double everyone = 0;
    for (const auto& spot : spots) everyone += spot.weight;
    for (auto& sum : sums) sum = everyone > 0 ? sum / everyone : 0;
    return sums;
}

std::vector<Point> centers_of(std::span<const Point> points, const Grouping& grouping) {
    std::vector<Point> centers(static_cast<std::size_t>(grouping.count));
    std::vector<double> sizes(centers.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (grouping.of[i] == Grouping::none) continue;
        const auto g = static_cast<std::size_t>(grouping.of[i]);
        centers[g].x += points[i].x;
        centers[g].y += points[i].y;
        ++sizes[g];
    }
    for (std::size_t g = 0; g < centers.size(); ++g) {
        if (sizes[g] > 0) centers[g] = {centers[g].x / sizes[g], centers[g].y / sizes[g]};
    }
    return centers;
}

std::vector<std::vector<double>> contingency(
    const Grouping& one, const Grouping& other, std::span<const std::uint32_t> weights) {
    std::vector<std::vector<double>> table(
        static_cast<std::size_t>(one.count), std::vector<double>(static_cast<std::size_t>(other.count)));
    for (std::size_t i = 0; i < one.of.size(); ++i) {
        if (one.of[i] == Grouping::none || other.of[i] == Grouping::none) continue;
        table[static_cast<std::size_t>(one.of[i])][static_cast<std::size_t>(other.of[i])] +=
            weights.empty() ? 1 : weights[i];
    }
    return table;
}

double adjusted_rand_index(
    const Grouping& one, const Grouping& other, std::span<const std::uint32_t> weights) {
    const auto table = contingency(one, other, weights);
    std::vector<double> columns(static_cast<std::size_t>(other.count));
    double both = 0;
    double in_one = 0;
    double in_other = 0;
    double everyone = 0;
    for (const auto& row : table) {
        double size = 0;
        for (std::size_t h = 0; h < row.size(); ++h) {
            both += pairs(row[h]);
            size += row[h];
            columns[h] += row[h];
        }
        in_one += pairs(size);
        everyone += size;
    }
    for (const double size : columns) in_other += pairs(size);
    const double expected = everyone > 1 ? in_one * in_other / pairs(everyone) : 0;
    const double most = (in_one + in_other) / 2;
    return most == expected ? 1 : (both - expected) / (most - expected);
}

}  // namespace medskapa::opinion
