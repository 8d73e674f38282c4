#pragma once

#include "engine/regional/relatedness/presence.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace medskapa::regional {

/// How many regions have each two industries. Memory: 2 bytes a pair, or 4 above 65 535 regions.
/// O(industries^2 regions / 64).
class CoOccurrence {
public:
    explicit CoOccurrence(const Presence&);

    std::size_t industries() const { return ubiquity_.size(); }
    /// The count of regions with both; an industry with itself is its ubiquity. Symmetric.
    std::uint32_t at(std::size_t a, std::size_t b) const {
        if (a == b) return ubiquity_[a];
        const auto [low, high] = std::minmax(a, b);
        return pair(start_of(low) + (high - low - 1));
    }
    /// The counts of every industry with each of sixteen neighbours, `first` and those after it: many times
    /// as fast as one by one. 0 beyond the last industry.
    static constexpr std::size_t neighbours = 16;
    using Neighbours = std::array<std::int32_t, neighbours>;
    std::vector<Neighbours> with_neighbours(std::size_t first) const;

    /// Smallest conditional probability to have one when having the other, 0..1; 1 with itself (Hidalgo
    /// 2007).
    double proximity(std::size_t a, std::size_t b) const {
        const auto larger = std::max(ubiquity_[a], ubiquity_[b]);
        return larger > 0 ? static_cast<double>(at(a, b)) / larger : 0.0;
    }

    /// Co-occurrence normalised by size (van Eck and Waltman 2009), on counts whose diagonal is 0; 0 with
    /// itself and where a size is 0. Association and probability: 1 is chance, no upper limit. Cosine and
    /// Jaccard: 0..1.
    double association(std::size_t a, std::size_t b) const;
    double cosine(std::size_t a, std::size_t b) const;
    double jaccard(std::size_t a, std::size_t b) const;
    double probability(std::size_t a, std::size_t b) const;

private:
    std::size_t start_of(std::size_t a) const { return a * (2 * industries() - a - 1) / 2; }
    std::uint32_t pair(std::size_t index) const { return few_.empty() ? many_[index] : few_[index]; }
    template <class Count>
    void put_counts(std::vector<Count>& to, const std::vector<std::uint32_t>& counts, std::size_t a);
    template <class Count>
    void put_neighbours(std::vector<Neighbours>&, const std::vector<Count>& counts, std::size_t first) const;

    std::vector<std::uint32_t> ubiquity_;
    std::vector<std::uint16_t> few_;  // above the diagonal, row by row: one of the two
    std::vector<std::uint32_t> many_;
    std::vector<double> sizes_;  // row sums without the diagonal
    double all_ = 0;
};

/// Whether an industry speaks for itself in its own density: Hidalgo's convention says yes, but then holding
/// it raises it.
enum class OwnProximity { counts, left_out };

/// How related two industries are, >= 0, the same in both directions.
using Relatedness = std::function<double(std::size_t, std::size_t)>;

/// Proximity under a convention. `counts` must outlive it.
struct Proximity {
    const CoOccurrence& counts;
    OwnProximity own;

    double operator()(std::size_t a, std::size_t b) const {
        return a == b && own == OwnProximity::left_out ? 0.0 : counts.proximity(a, b);
    }
};
inline Relatedness proximities(const CoOccurrence& counts, OwnProximity own) {
    return Proximity{counts, own};
}

/// The share of an industry's relatedness that a region already has, 0..1: regions x industries.
struct Density {
    std::size_t industries = 0;
    std::vector<double> values;          // row by row
    std::vector<double> related_to_all;  // by industry, the sum of its relatedness

    bool is_defined(std::size_t industry) const { return related_to_all[industry] > 0; }

    std::optional<double> at(std::size_t region, std::size_t industry) const {
        if (!is_defined(industry)) return std::nullopt;
        return values[region * industries + industry];
    }
};

/// O(regions * industries^2 / 6).
Density density(const Presence&, const Relatedness& related);

/// The industries of the region that carry an industry's density most, largest first, ties by lower index.
struct Contributor {
    std::size_t industry;
    double relatedness;
};
std::vector<Contributor> contributors(const Presence&, const Relatedness& related, std::size_t region,
    std::size_t industry, std::size_t at_most);

/// Mean relatedness between the different industries that a region has; none with fewer than two.
std::optional<double> coherence(const Presence&, const Relatedness& related, std::size_t region);

}  // namespace medskapa::regional
