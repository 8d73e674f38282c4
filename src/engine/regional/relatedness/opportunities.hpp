#pragma once

#include "engine/regional/analysis.hpp"

namespace medskapa::regional {

/// Where a candidate stands against the mean of the region's candidates (Balland, Boschma, Crespo and Rigby
/// 2019): related and complex, complex only, related only, neither.
enum class Quadrant { high_road, casino, slow_road, dead_end };

/// An industry that a region does not have but could come to.
struct Opportunity {
    std::size_t industry;
    double density;     // 0..1
    double complexity;  // PCI
    double gain;        // COG
    Quadrant quadrant;
    double score;  // weighted mean of the standardised density and complexity
};

/// The region's candidates: known not to be present, with density and complexity. Best score first, ties by
/// lower index. `density_weight` is 0..1; 0.5 counts both alike. O(industries log industries).
std::vector<Opportunity> opportunities(const Analysis&, std::size_t region, double density_weight);

}  // namespace medskapa::regional
