#pragma once

#include "engine/regional/relatedness/relatedness.hpp"

namespace medskapa::regional {

/// Economic complexity (Hidalgo and Hausmann 2009, in the eigenvector form). An index is about order, not
/// size: its mean over regions is 0 and its deviation 1, and its sign is chosen so that diverse regions are
/// high.
struct Complexity {
    std::vector<std::optional<double>> regions;  // ECI; none outside the largest connected part
    std::vector<std::optional<double>>
        industries;                           // PCI on ECI's scale: a region's ECI is the mean of what it has
    std::vector<double> raw_industries;       // eigenvector in units of the regions' deviation; 0 where none
    std::optional<double> second_eigenvalue;  // 0..1
    std::optional<double> gap;                // to the third; small means an unstable order
    std::size_t connected_parts = 0;
    std::vector<Warning> warnings;

    /// PCI with mean 0 and deviation 1 over industries instead.
    std::vector<std::optional<double>> standardised_industries() const;
};

/// Regions without industries and industries without regions get none. Where the network falls apart the
/// largest part is computed, with a warning. Symmetric Lanczos: O(ones in the presence) a step.
Complexity complexity(const Presence&);

/// The method of reflections after `steps` (0 is diversity and ubiquity): averages of averages. 0 where
/// empty.
struct Reflections {
    std::vector<double> regions;
    std::vector<double> industries;
};
Reflections reflections(const Presence&, std::size_t steps);

/// Fitness of regions and complexity of industries (Tacchella et al. 2012), mean 1. None for the empty.
struct Fitness {
    std::vector<std::optional<double>> regions;
    std::vector<std::optional<double>> industries;
    std::size_t updates = 0;
    std::vector<Warning> warnings;
};
/// Exactly `updates` updates, or without them until the largest relative change is below 1e-8, at most 1000.
Fitness fitness(const Presence&, std::optional<std::size_t> updates);

/// What a region could gain by what it does not have (Hausmann et al. 2014).
struct Outlook {
    std::vector<std::optional<double>> index;  // COI by region, mean 0 and deviation 1
    std::vector<double> gains;                 // COG, regions x industries; 0 for what is present
};
/// `counts`, `densities` and `scores` must come from the same presence and `own` convention.
Outlook outlook(const Presence&, const CoOccurrence& counts, OwnProximity own, const Density& densities,
    const Complexity& scores);

}  // namespace medskapa::regional
