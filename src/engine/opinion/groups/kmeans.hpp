#pragma once

#include "engine/opinion/groups/grouping.hpp"
#include "engine/opinion/random.hpp"

namespace medskapa::opinion {

/// k-means on weighted spots.
struct Partition {
    std::vector<Point> centers;
    Grouping grouping;   // of the spots
    double inertia = 0;  // weighted sum of squared distances to the centres
};

/// The best of `restarts` runs of Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii 2007).
/// Fewer than k groups where there are fewer places. Every spot has weight.
Partition best_partition(std::span<const Spot>, int k, int restarts, Random&);

/// Lloyd's algorithm from the given centres, until nobody changes group.
Partition settled(std::span<const Spot>, std::vector<Point> centers);

/// Each spot to its nearest centre, the first of equals.
Grouping assigned(std::span<const Spot>, std::vector<Point> centers);

}  // namespace medskapa::opinion
