#include "regional/related_sums.hpp"

#include <algorithm>
#include <array>

namespace medskapa::regional {
namespace {

constexpr std::size_t block_width = 32;
using Block = std::array<double, block_width>;

/// Columns `first`.. of the weighted relatedness, one array a row: a row is read in one stretch.
std::vector<Block> columns(
    const Relatedness& related, const std::vector<double>& weight, std::size_t first, std::size_t width) {
    std::vector<Block> rows(weight.size());
    for (std::size_t j = 0; j < weight.size(); ++j) {
        for (std::size_t k = 0; k < width; ++k) rows[j][k] = related(j, first + k) * weight[j];
    }
    return rows;
}

void add(Block& sum, const Block& row) {
    for (std::size_t k = 0; k < block_width; ++k) sum[k] += row[k];
}

}  // namespace

std::vector<double> related_totals(std::size_t industries, const Relatedness& related) {
    std::vector<double> sums(industries);
    for (std::size_t j = 0; j < industries; ++j) {
        for (std::size_t i = 0; i < industries; ++i) sums[i] += related(j, i);
    }
    return sums;
}

std::vector<double> related_sums(
    const Presence& present, const Relatedness& related, const std::vector<double>& weight) {
    const auto n = present.industries();
    std::vector<std::vector<std::uint32_t>> baskets;
    for (std::size_t r = 0; r < present.regions(); ++r) baskets.push_back(present.industries_in(r));

    std::vector<double> sums(present.regions() * n);
    for (std::size_t first = 0; first < n; first += block_width) {
        const auto width = std::min(block_width, n - first);
        const auto rows = columns(related, weight, first, width);
        for (std::size_t r = 0; r < baskets.size(); ++r) {
            Block sum{};
            for (const auto j : baskets[r]) add(sum, rows[j]);
            std::copy_n(sum.begin(), width, sums.begin() + static_cast<std::ptrdiff_t>(r * n + first));
        }
    }
    return sums;
}

}  // namespace medskapa::regional
