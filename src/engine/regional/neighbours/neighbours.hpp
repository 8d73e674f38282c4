#pragma once

#include "engine/regional/neighbours/region_variables.hpp"
#include "engine/regional/table.hpp"

namespace medskapa::regional {

/// Variables on one scale: z = (x - mean) / sd over the regions that have them.
struct Standardised {
    std::vector<std::size_t> kept;         // variables, by number
    std::vector<std::size_t> dropped;      // fewer than two regions have them, or they hardly vary
    std::vector<double> weights;           // of the kept: 1 / number of kept in the block
    double weight = 0;                     // the sum of them
    std::vector<std::optional<double>> z;  // row by row: regions x kept
};
Standardised standardised(const RegionVariables&);

struct Neighbour {
    std::size_t region;
    double distance;
};

struct StructuralNeighbours {
    Standardised scale;
    std::vector<std::optional<double>> distance;  // regions x regions; none on the diagonal and where the
                                                  // variables that both have hold less than 2/3 of the weight
    std::vector<std::vector<Neighbour>> nearest;  // by region, at most k, nearest first; ties: the lower code
    std::vector<std::size_t> not_compared;  // regions whose own variables hold less than 2/3 of the weight
    std::vector<Warning> warnings;
};

/// Regions of like structure: distance d(a, b) = sqrt(sum w (z_a - z_b)^2 / sum w). It is symmetric, being
/// near is not mutual. O(regions^2 * variables).
StructuralNeighbours structural_neighbours(const RegionVariables&, std::size_t k);

/// How much each kept variable parts two regions, w (z_a - z_b)^2; none where either lacks it.
std::vector<std::optional<double>> parts_of_distance(const Standardised&, std::size_t a, std::size_t b);

/// The kept variables that part two regions least, or most, nearest first; ties: the earlier variable.
enum class Parting { least, most };
std::vector<std::size_t> most_telling(
    const Standardised&, std::size_t a, std::size_t b, Parting, std::size_t count = 3);

/// A region's value among its neighbours'. What cannot be said is none.
struct Benchmark {
    std::optional<double> value;
    std::optional<double> median;        // of the neighbours that have the variable; none when nobody has
    std::optional<double> low_quartile;  // none with fewer than five
    std::optional<double> high_quartile;
    std::optional<std::size_t> rank;  // from the highest, 1; equal values share the better rank
    std::size_t of = 0;               // how many are ranked: the region and those neighbours
};
Benchmark benchmark(
    const RegionVariables&, const StructuralNeighbours&, std::size_t region, std::size_t variable);

}  // namespace medskapa::regional
