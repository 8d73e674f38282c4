#include "regional/presence.hpp"

#include <bit>

namespace medskapa::regional {

Presence::Presence(std::size_t regions, std::size_t industries)
    : words_((regions + 63) / 64),
      by_industry_(words_ * industries),
      diversity_(regions),
      ubiquity_(industries) {}

void Presence::put(std::size_t region, std::size_t industry) {
    if (has(region, industry)) return;
    by_industry_[industry * words_ + region / 64] |= std::uint64_t{1} << (region % 64);
    ++diversity_[region];
    ++ubiquity_[industry];
}

std::vector<std::uint32_t> Presence::industries_in(std::size_t region) const {
    std::vector<std::uint32_t> found;
    found.reserve(diversity_[region]);
    for (std::size_t i = 0; i < industries(); ++i) {
        if (has(region, i)) found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

std::uint32_t Presence::together(std::size_t a, std::size_t b) const {
    int count = 0;
    for (std::size_t word = 0; word < words_; ++word) {
        count += std::popcount(by_industry_[a * words_ + word] & by_industry_[b * words_ + word]);
    }
    return static_cast<std::uint32_t>(count);
}

Presence presence(const Table& table, const Totals& sums, double threshold) {
    Presence result(table.regions.size(), table.industries.size());
    for (std::size_t r = 0; r < table.regions.size(); ++r) {
        if (sums.region[r] <= 0) continue;
        for (std::size_t i = 0; i < table.industries.size(); ++i) {
            if (table.is_missing(r, i) || sums.industry[i] <= 0) continue;
            const double quotient = (table.at(r, i) / sums.region[r]) / (sums.industry[i] / sums.all);
            if (quotient >= threshold) result.put(r, i);
        }
    }
    return result;
}

}  // namespace medskapa::regional
