#include "engine/regional/relatedness/related_sums.hpp"

#include "engine/regional/relatedness/column_groups.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

using Lanes = ColumnGroups::Lanes;

/// The weighted relatedness of every industry to `width` industries from `first` on.
template <class Related>
std::vector<Lanes> columns(
    const Related& related, const std::vector<double>& weight, std::size_t first, std::size_t width) {
    std::vector<Lanes> rows(weight.size());
    for (std::size_t j = 0; j < weight.size(); ++j) {
        for (std::size_t k = 0; k < width; ++k) rows[j][k] = related(j, first + k) * weight[j];
    }
    return rows;
}

/// The same to the bit, for what is used most.
std::vector<Lanes> columns(
    const Proximity& related, const std::vector<double>& weight, std::size_t first, std::size_t width) {
    static_assert(CoOccurrence::neighbours == ColumnGroups::lanes);
    const auto counts = related.counts.with_neighbours(first);
    Lanes ubiquity{};
    for (std::size_t k = 0; k < width; ++k) ubiquity[k] = related.counts.at(first + k, first + k);
    std::vector<Lanes> rows(weight.size());
    for (std::size_t j = 0; j < rows.size(); ++j) {
        const double own =
            std::max<double>(related.counts.at(j, j), 1);  // nothing is shared where both are 0
        for (std::size_t k = 0; k < ColumnGroups::lanes; ++k)
            rows[j][k] = counts[j][k] / std::max(own, ubiquity[k]) * weight[j];
    }
    for (std::size_t k = 0; k < width && related.own == OwnProximity::left_out; ++k) rows[first + k][k] = 0;
    return rows;
}

template <class Related>
RelatedSums sums_by(const Presence& present, const Related& related, const std::vector<double>& weight) {
    const auto n = present.industries();
    const ColumnGroups groups(present, ColumnGroups::Rows::regions);
    RelatedSums result{std::vector<double>(present.regions() * n), std::vector<double>(n)};
    for (std::size_t first = 0; first < n; first += ColumnGroups::lanes) {
        const auto width = std::min(ColumnGroups::lanes, n - first);
        const auto rows = columns(related, weight, first, width);
        for (const auto& row : rows) {
            for (std::size_t k = 0; k < width; ++k) result.of_all[first + k] += row[k];
        }
        const auto sums = groups.sums(rows);
        for (std::size_t r = 0; r < sums.size(); ++r)
            std::copy_n(sums[r].begin(), width, &result.by_region[r * n + first]);
    }
    return result;
}

}  // namespace

RelatedSums related_sums(
    const Presence& present, const Relatedness& related, const std::vector<double>& weight) {
    // What is used most is called without a detour.
    if (const auto* proximity = related.target<Proximity>()) return sums_by(present, *proximity, weight);
    return sums_by(present, related, weight);
}

}  // namespace medskapa::regional
