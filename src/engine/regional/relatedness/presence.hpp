#pragma once

#include "engine/regional/table.hpp"

#include <bit>
#include <span>

namespace medskapa::regional {

/// Which industries a region has enough of: bits in both directions, so that co-occurrence is a count of
/// bits.
class Presence {
public:
    Presence(std::size_t regions, std::size_t industries);

    void put(std::size_t region, std::size_t industry);
    bool has(std::size_t region, std::size_t industry) const {
        return (by_region_[region * words_of_region_ + industry / 64] >> (industry % 64) & 1U) != 0;
    }

    std::size_t regions() const { return diversity_.size(); }
    std::size_t industries() const { return ubiquity_.size(); }
    /// Industries in each region.
    const std::vector<std::uint32_t>& diversity() const { return diversity_; }
    /// Regions with each industry.
    const std::vector<std::uint32_t>& ubiquity() const { return ubiquity_; }
    /// A region's industries, lowest first. O(industries / 64 + those found).
    std::vector<std::uint32_t> industries_in(std::size_t region) const;
    /// The same as bits, the lowest in front; 0 beyond the last.
    std::span<const std::uint64_t> bits_of_region(std::size_t region) const {
        return {&by_region_[region * words_of_region_], words_of_region_};
    }
    std::span<const std::uint64_t> bits_of_industry(std::size_t industry) const {
        return {&by_industry_[industry * words_of_industry_], words_of_industry_};
    }
    /// Calls `visit` with each region that has the industry, lowest first.
    template <class Visit>
    void for_each_region(std::size_t industry, Visit visit) const {
        for_each_bit(bits_of_industry(industry), visit);
    }
    /// How many regions have the industry together with each industry after it. O(industries regions / 64).
    std::vector<std::uint32_t> together_with_later(std::size_t industry) const;

private:
    template <class Visit>
    static void for_each_bit(std::span<const std::uint64_t> words, Visit visit) {
        for (std::size_t word = 0; word < words.size(); ++word) {
            for (auto left = words[word]; left != 0; left &= left - 1)
                visit(word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
        }
    }

    std::size_t words_of_region_;
    std::size_t words_of_industry_;
    std::vector<std::uint64_t> by_region_;
    std::vector<std::uint64_t> by_industry_;
    std::vector<std::uint32_t> diversity_;
    std::vector<std::uint32_t> ubiquity_;
};

/// Present means a location quotient of at least `threshold` (1 is customary: Hidalgo et al. 2007). A missing
/// cell and a region without total are not present.
Presence presence(const Table&, const Totals&, double threshold);

}  // namespace medskapa::regional
