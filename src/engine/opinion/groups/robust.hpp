#pragma once

#include "engine/opinion/groups/stability.hpp"
#include "engine/opinion/memory.hpp"

#include <map>

namespace medskapa::opinion {

/// Groups that depend on where people stand and on nothing else: not on the order in which they came, nor on
/// their names. Largest group first.
struct RobustGroups {
    static constexpr int most = 6;
    /// Below this a border hardly comes back when people are drawn anew: it says more of chance than of
    /// opinions.
    static constexpr double least_agreement = 0.35;

    Grouping grouping;                  // of the points
    std::map<int, double> silhouettes;  // by number of groups tried, 2..6
    Stability stability;
    Choice choice;
};

/// Of 2..6 groups that with the largest silhouette, or what is remembered as long as nothing has been clearly
/// better for some time; one group where no border would hold. Silhouettes are exact up to `most_spots`
/// distinct places and taken over the spots of gather() beyond that.
RobustGroups robust_groups(std::span<const Point>, std::uint64_t seed, const Choice& remembered);

/// Everybody in one group.
RobustGroups no_groups(std::size_t points);

}  // namespace medskapa::opinion
