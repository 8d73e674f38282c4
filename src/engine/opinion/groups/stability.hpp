#pragma once

#include "engine/opinion/groups/spots.hpp"

#include <cstdint>

namespace medskapa::opinion {

/// How much of a grouping comes back when people are drawn anew: 50 bootstrap samples, each grouped from
/// scratch into as many groups (Hennig, Computational Statistics and Data Analysis 52, 2007).
struct Stability {
    static constexpr int samples = 50;
    static constexpr double enough = 0.6;

    double mean_ari = 1;  // agreement with the grouping, 1 the same and 0 chance
    std::vector<double>
        jaccard;  // by group, mean over samples of the best overlap with any group found, 0..1

    /// Borders that hardly come back should not be shown as certain.
    bool is_uncertain() const;
};

/// `grouping` of the gathered points' spots, none of them outside it.
Stability stability(const Gathered&, const Grouping& grouping, std::uint64_t seed);
/// The same for a grouping of points; where many are gathered at one spot, the first stands for all.
Stability stability(std::span<const Point>, const Grouping& grouping, std::uint64_t seed);

}  // namespace medskapa::opinion
