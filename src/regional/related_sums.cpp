#include "regional/related_sums.hpp"

#include "regional/octets.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

using Lanes = Octets::Lanes;

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

template <class Related>
RelatedSums sums_by(const Presence& present, const Related& related, const std::vector<double>& weight) {
    const auto n = present.industries();
    const Octets octets(present, Octets::Rows::regions);
    RelatedSums result{std::vector<double>(present.regions() * n), std::vector<double>(n)};
    for (std::size_t first = 0; first < n; first += Octets::lanes) {
        const auto width = std::min(Octets::lanes, n - first);
        const auto rows = columns(related, weight, first, width);
        for (const auto& row : rows) {
            for (std::size_t k = 0; k < width; ++k) result.of_all[first + k] += row[k];
        }
        const auto sums = octets.sums(rows);
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
