#include "regional/relatedness.hpp"

#include "regional/related_sums.hpp"

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
    are_few ? few_.reserve(pairs) : many_.reserve(pairs);
    for (std::size_t a = 0; a < n; ++a) {
        auto b = a;
        for (const auto count : present.together_with_later(a)) {
            sizes_[a] += count;
            sizes_[++b] += count;
            are_few ? few_.push_back(static_cast<std::uint16_t>(count)) : many_.push_back(count);
        }
    }
    for (const double size : sizes_) all_ += size;
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
