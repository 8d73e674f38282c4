#pragma once

#include "engine/opinion/groups/grouping.hpp"

#include <cstdint>

namespace medskapa::opinion {

/// A cluster as it is remembered: its number, and the names of the points in it.
struct NamedCluster {
    int id = 0;
    std::vector<std::int64_t> members;

    bool operator==(const NamedCluster&) const = default;
};

/// Clusters of points as Polis' worker forms them. `of` names a cluster by its place; places rise with ids.
struct Clusters {
    std::vector<int> ids;
    std::vector<Point> centers;
    std::vector<int> of;  // by point
};

/// Points with the names by which they are known again.
struct NamedSpots {
    std::vector<std::int64_t> names;
    std::vector<Spot> spots;
};

/// At most `most` clusters after at most `iterations` of Lloyd's steps (one more is always taken); it stops
/// when no centre moves by 0.01. The start, when nothing is remembered, is the first distinct points; else
/// the remembered clusters, moved to where their members are now. Those at the very same place are joined
/// under the id of the larger, of equals the later; and as long as there are too few, the point farthest from
/// all centres becomes a cluster of its own. Depends on the order of the points, as the original does.
Clusters lloyd(
    const NamedSpots&, std::size_t most, int iterations, const std::vector<NamedCluster>& remembered);

std::vector<NamedCluster> named(const Clusters&, const std::vector<std::int64_t>& names);

}  // namespace medskapa::opinion
