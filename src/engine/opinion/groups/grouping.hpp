#pragma once

#include "engine/opinion/plane/plane.hpp"

#include <span>
#include <vector>

namespace medskapa::opinion {

/// A division into groups 0..count-1; none is -1.
struct Grouping {
    static constexpr int none = -1;

    int count = 0;
    std::vector<int> of;
};

/// A place on the map with how many stand there.
struct Spot {
    Point at;
    std::uint32_t weight = 1;

    auto operator<=>(const Spot&) const = default;
};

inline double squared_distance(Point a, Point b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/// The mean silhouette (Rousseeuw 1987) of each grouping of the same spots: -1 (wrong) .. 1 (far apart).
/// Someone alone in a group counts 0, and so does a grouping of one group. Every grouping gives each spot a
/// group; their counts multiplied stay below 2^64. O(spots^2 x groupings).
std::vector<double> silhouettes(std::span<const Spot>, std::span<const Grouping>);

/// The members' mean position, group by group; 0 for an empty group.
std::vector<Point> centers_of(std::span<const Point>, const Grouping&);

/// How far two groupings agree beyond chance: the adjusted Rand index (Hubert and Arabie 1985), 1 when they
/// are the same, about 0 by chance. Spots count by their weight; -1 in either leaves a spot out.
double adjusted_rand_index(const Grouping&, const Grouping&, std::span<const std::uint32_t> weights);

/// How many of the weight fall in group g of the one and h of the other: one.count x other.count.
std::vector<std::vector<double>> contingency(
    const Grouping& one, const Grouping& other, std::span<const std::uint32_t> weights);

}  // namespace medskapa::opinion
