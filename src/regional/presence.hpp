#pragma once

#include "regional/table.hpp"

namespace medskapa::regional {

/// Which industries a region has enough of: bits in both directions, so that co-occurrence is a count of
/// bits.
class Presence {
public:
    Presence(std::size_t regions, std::size_t industries);

    void put(std::size_t region, std::size_t industry);
    bool has(std::size_t region, std::size_t industry) const {
        return (by_industry_[industry * words_ + region / 64] >> (region % 64) & 1U) != 0;
    }

    std::size_t regions() const { return diversity_.size(); }
    std::size_t industries() const { return ubiquity_.size(); }
    /// Industries in each region.
    const std::vector<std::uint32_t>& diversity() const { return diversity_; }
    /// Regions with each industry.
    const std::vector<std::uint32_t>& ubiquity() const { return ubiquity_; }
    /// A region's industries, lowest first. O(industries).
    std::vector<std::uint32_t> industries_in(std::size_t region) const;
    /// Regions with both industries. O(regions / 64).
    std::uint32_t together(std::size_t industry_a, std::size_t industry_b) const;

private:
    std::size_t words_;
    std::vector<std::uint64_t> by_industry_;
    std::vector<std::uint32_t> diversity_;
    std::vector<std::uint32_t> ubiquity_;
};

/// Present means a location quotient of at least `threshold` (1 is customary: Hidalgo et al. 2007). A missing
/// cell and a region without total are not present.
Presence presence(const Table&, const Totals&, double threshold);

}  // namespace medskapa::regional
