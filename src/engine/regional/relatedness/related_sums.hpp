#pragma once

#include "engine/regional/relatedness/relatedness.hpp"

namespace medskapa::regional {

/// Weighted sums of relatedness to each industry.
struct RelatedSums {
    std::vector<double> by_region;  // regions x industries: over what the region has
    std::vector<double> of_all;     // by industry: over all industries
};

/// Over the industries j, the sum of related(j, i) * weight[j]. O(regions * industries^2 / 6), in blocks of
/// industries that stay near the processor.
RelatedSums related_sums(const Presence&, const Relatedness&, const std::vector<double>& weight);

}  // namespace medskapa::regional
