#pragma once

#include "regional/relatedness.hpp"

namespace medskapa::regional {

/// For each industry, its relatedness to all. O(industries^2).
std::vector<double> related_totals(std::size_t industries, const Relatedness&);

/// Regions x industries: over the industries j that a region has, the sum of related(j, i) * weight[j],
/// always added in the order of j. O(ones in the presence x industries), in blocks of industries that stay
/// near the processor.
std::vector<double> related_sums(const Presence&, const Relatedness&, const std::vector<double>& weight);

}  // namespace medskapa::regional
