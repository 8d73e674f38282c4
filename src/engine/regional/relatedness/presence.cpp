#include "engine/regional/relatedness/presence.hpp"

#include <bit>

namespace medskapa::regional {
namespace {

using Word = std::uint64_t;

inline __attribute__((always_inline)) std::uint32_t count_both_body(
    const Word* a, const Word* b, std::size_t words) {
    int count = 0;
    for (std::size_t word = 0; word < words; ++word) count += std::popcount(a[word] & b[word]);
    return static_cast<std::uint32_t>(count);
}

using CountBoth = std::uint32_t (*)(const Word*, const Word*, std::size_t);

std::uint32_t count_both(const Word* a, const Word* b, std::size_t words) {
    return count_both_body(a, b, words);
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) std::uint32_t count_both_popcnt(
    const Word* a, const Word* b, std::size_t words) {
    return count_both_body(a, b, words);
}
#endif

/// Counting bits in one instruction is several times as fast, but not every processor has it.
CountBoth fastest_count() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("popcnt")) return count_both_popcnt;
#endif
    return count_both;
}

}  // namespace

Presence::Presence(std::size_t regions, std::size_t industries)
    : words_of_region_((industries + 63) / 64),
      words_of_industry_((regions + 63) / 64),
      by_region_(words_of_region_ * regions),
      by_industry_(words_of_industry_ * industries),
      diversity_(regions),
      ubiquity_(industries) {}

void Presence::put(std::size_t region, std::size_t industry) {
    if (has(region, industry)) return;
    by_region_[region * words_of_region_ + industry / 64] |= std::uint64_t{1} << (industry % 64);
    by_industry_[industry * words_of_industry_ + region / 64] |= std::uint64_t{1} << (region % 64);
    ++diversity_[region];
    ++ubiquity_[industry];
}

std::vector<std::uint32_t> Presence::industries_in(std::size_t region) const {
    std::vector<std::uint32_t> found;
    found.reserve(diversity_[region]);
    for_each_bit(bits_of_region(region),
        [&](std::size_t industry) { found.push_back(static_cast<std::uint32_t>(industry)); });
    return found;
}

std::vector<std::uint32_t> Presence::together_with_later(std::size_t industry) const {
    static const CountBoth count = fastest_count();
    std::vector<std::uint32_t> counts;
    counts.reserve(industries() - industry);
    const auto own = bits_of_industry(industry);
    for (auto other = industry + 1; other < industries(); ++other)
        counts.push_back(count(own.data(), bits_of_industry(other).data(), own.size()));
    return counts;
}

Presence presence(const Table& table, const Totals& sums, double threshold) {
    Presence result(table.regions.size(), table.industries.size());
    std::vector<double> shares;
    for (const double industry : sums.industry) shares.push_back(industry / sums.all);
    for (std::size_t r = 0; r < table.regions.size(); ++r) {
        if (sums.region[r] <= 0) continue;
        for (std::size_t i = 0; i < table.industries.size(); ++i) {
            const double value = table.at(r, i);
            // The quotient as in specialisation.cpp, to the bit: what lies on the threshold is present.
            if (value > 0 && value / sums.region[r] / shares[i] >= threshold) result.put(r, i);
        }
    }
    return result;
}

}  // namespace medskapa::regional
