#pragma once

#include "opinion/groups/grouping.hpp"
#include "opinion/random.hpp"

namespace medskapa::opinion {

/// k-means on weighted spots.
struct Partition {
    std::vector<Point> centers;
    Grouping grouping;   // of the spots
    double inertia = 0;  // weighted sum of squared distances to the centres
};

/// The best of `restarts` runs of Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii 2007).
/// Spots of weight 0 are given a group and move nothing. Fewer than k groups where fewer places carry weight.
Partition best_partition(std::span<const Spot>, int k, int restarts, Random&);

/// Lloyd's algorithm from the given centres, until nobody changes group.
Partition settled(std::span<const Spot>, std::vector<Point> centers);

}  // namespace medskapa::opinion
