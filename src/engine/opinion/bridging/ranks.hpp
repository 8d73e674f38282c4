#pragma once

#include <optional>
#include <vector>

namespace medskapa::opinion {

/// The number below which a part of all lies, linear between the two around it. `numbers` must not be empty;
/// `part` 0..1.
double quantile(std::vector<double> numbers, double part);

/// How far two lists of the same length put their entries in the same order, -1..1: Pearson's correlation of
/// the ranks, where equal values share the mean rank (Spearman 1904). Nothing when one of them has one value
/// only.
std::optional<double> rank_correlation(const std::vector<double>&, const std::vector<double>&);

}  // namespace medskapa::opinion
