#include "engine/regional/relatedness/relatedness.hpp"

#include "engine/regional/relatedness/related_sums.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace medskapa::regional {
namespace {

double ratio(double above, double below) {
    return below > 0 ? above / below : 0.0;
}

}  // namespace

CoOccurrence::CoOccurrence(const Presence& present)
    : ubiquity_(present.ubiquity()), sizes_(present.industries()) {
    const auto n = industries();
    const auto pairs = n * (std::max<std::size_t>(n, 1) - 1) / 2;
    const bool are_few = present.regions() <= std::numeric_limits<std::uint16_t>::max();
    are_few ? few_.resize(pairs) : many_.resize(pairs);
    for (std::size_t a = 0; a < n; ++a) {
        const auto counts = present.together_with_later(a);
        are_few ? put_counts(few_, counts, a) : put_counts(many_, counts, a);
    }
    for (const double size : sizes_) all_ += size;
}

template <class Count>
void CoOccurrence::put_counts(
    std::vector<Count>& to, const std::vector<std::uint32_t>& counts, std::size_t a) {
    std::uint64_t sum = 0;
    auto* next = to.data() + start_of(a);
    for (std::size_t k = 0; k < counts.size(); ++k) {
        next[k] = static_cast<Count>(counts[k]);
        sizes_[a + 1 + k] += counts[k];
        sum += counts[k];
    }
    sizes_[a] += static_cast<double>(sum);
}

template <class Count>
void CoOccurrence::put_neighbours(
    std::vector<Neighbours>& rows, const std::vector<Count>& counts, std::size_t first) const {
    const auto n = industries();
    const auto width = std::min(neighbours, n - first);
    for (std::size_t j = 0; j < first; ++j) {
        const auto start = start_of(j) + (first - j - 1);
        for (std::size_t k = 0; k < width; ++k) rows[j][k] = counts[start + k];
    }
    std::array<std::size_t, neighbours> before{};  // where a neighbour's counts would start with industry 0
    for (std::size_t k = 0; k < width; ++k) before[k] = start_of(first + k) - (first + k + 1);
    for (auto j = first + width; j < n; ++j) {
        for (std::size_t k = 0; k < width; ++k) rows[j][k] = counts[before[k] + j];
    }
}

std::vector<CoOccurrence::Neighbours> CoOccurrence::with_neighbours(std::size_t first) const {
    std::vector<Neighbours> rows(industries());
    few_.empty() ? put_neighbours(rows, many_, first) : put_neighbours(rows, few_, first);
    const auto end = std::min(first + neighbours, industries());
    for (auto j = first; j < end; ++j) {
        for (auto k = first; k < end; ++k) rows[j][k - first] = static_cast<std::int32_t>(at(j, k));
    }
    return rows;
}

double CoOccurrence::association(std::size_t a, std::size_t b) const {
    if (a == b) return 0;
    return ratio(at(a, b) * all_, sizes_[a] * sizes_[b]);
}

double CoOccurrence::cosine(std::size_t a, std::size_t b) const {
    if (a == b) return 0;
    return ratio(at(a, b), std::sqrt(sizes_[a] * sizes_[b]));
}

double CoOccurrence::jaccard(std::size_t a, std::size_t b) const {
    if (a == b) return 0;
    return ratio(at(a, b), sizes_[a] + sizes_[b] - at(a, b));
}

double CoOccurrence::probability(std::size_t a, std::size_t b) const {
    if (a == b || sizes_[a] <= 0 || sizes_[b] <= 0) return 0;
    const double chance = sizes_[a] / all_ * ratio(sizes_[b], all_ - sizes_[a]) +
                          sizes_[b] / all_ * ratio(sizes_[a], all_ - sizes_[b]);
    return ratio(at(a, b), chance * all_ / 2);
}

Density density(const Presence& present, const Relatedness& related) {
    const auto n = present.industries();
    auto sums = related_sums(present, related, std::vector<double>(n, 1.0));
    for (std::size_t r = 0; r < present.regions(); ++r) {
        for (std::size_t i = 0; i < n; ++i) {
            const double all = sums.of_all[i];
            auto& value = sums.by_region[r * n + i];
            // Rounding may lift a full basket a hair above 1.
            value = all > 0 ? std::min(1.0, value / all) : 0.0;
        }
    }
    return {n, std::move(sums.by_region), std::move(sums.of_all)};
}

std::vector<Contributor> contributors(const Presence& present, const Relatedness& related, std::size_t region,
    std::size_t industry, std::size_t at_most) {
    std::vector<Contributor> found;
    for (const auto other : present.industries_in(region)) {
        const double strength = related(other, industry);
        if (other != industry && strength > 0) found.push_back({other, strength});
    }
    std::sort(found.begin(), found.end(), [](const Contributor& a, const Contributor& b) {
        return std::pair{-a.relatedness, a.industry} < std::pair{-b.relatedness, b.industry};
    });
    if (found.size() > at_most) found.resize(at_most);
    return found;
}

std::optional<double> coherence(const Presence& present, const Relatedness& related, std::size_t region) {
    const auto here = present.industries_in(region);
    if (here.size() < 2) return std::nullopt;
    double sum = 0;
    for (std::size_t a = 0; a < here.size(); ++a) {
        for (std::size_t b = a + 1; b < here.size(); ++b) sum += related(here[a], here[b]);
    }
    const auto n = static_cast<double>(here.size());
    return sum / (n * (n - 1) / 2);
}

}  // namespace medskapa::regional
