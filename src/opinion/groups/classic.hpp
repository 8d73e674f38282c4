#pragma once

#include "opinion/groups/grouping.hpp"

#include <map>

namespace medskapa::opinion {

/// Groups as Polis' worker finds them from a cold start: k-means into at most 100 base clusters, then k-means
/// of those into 2..5 groups, and the number of groups with the largest silhouette over base clusters.
/// Depends on the order of the points, as the original does; kept for conformance.
struct ClassicGroups {
    Grouping grouping;                  // of the points
    std::map<int, double> silhouettes;  // by number of groups tried
    std::size_t base_clusters = 0;
};

/// `points` in the order in which their participants were first met.
ClassicGroups classic_groups(std::span<const Point> points);

}  // namespace medskapa::opinion
