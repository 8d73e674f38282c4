#include "regional/relatedness.hpp"

#include "regional/related_sums.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

std::size_t pair_index(std::size_t a, std::size_t b, std::size_t n) {
    const auto [low, high] = std::minmax(a, b);
    return low * (2 * n - low - 1) / 2 + (high - low - 1);
}

double ratio(double above, double below) {
    return below > 0 ? above / below : 0.0;
}

}  // namespace

CoOccurrence::CoOccurrence(const Presence& present)
    : ubiquity_(present.ubiquity()),
      pairs_(industries() * (std::max<std::size_t>(industries(), 1) - 1) / 2),
      sizes_(industries()) {
    std::size_t pair = 0;
    for (std::size_t a = 0; a < industries(); ++a) {
        for (std::size_t b = a + 1; b < industries(); ++b) {
            const auto count = present.together(a, b);
            pairs_[pair++] = count;
            sizes_[a] += count;
            sizes_[b] += count;
        }
    }
    for (const double size : sizes_) all_ += size;
}

std::uint32_t CoOccurrence::at(std::size_t a, std::size_t b) const {
    return a == b ? ubiquity_[a] : pairs_[pair_index(a, b, industries())];
}

double CoOccurrence::proximity(std::size_t a, std::size_t b) const {
    return ratio(at(a, b), std::max(ubiquity_[a], ubiquity_[b]));
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

Relatedness proximities(const CoOccurrence& counts, OwnProximity own) {
    return [&counts, own](std::size_t a, std::size_t b) {
        return a == b && own == OwnProximity::left_out ? 0.0 : counts.proximity(a, b);
    };
}

Density density(const Presence& present, const Relatedness& related) {
    const auto n = present.industries();
    const auto all = related_totals(n, related);
    Density result{n, related_sums(present, related, std::vector<double>(n, 1.0)), std::vector<bool>(n)};
    for (std::size_t i = 0; i < n; ++i) result.is_defined[i] = all[i] > 0;
    for (std::size_t r = 0; r < present.regions(); ++r) {
        for (std::size_t i = 0; i < n; ++i) {
            // Rounding may lift a full basket a hair above 1.
            result.values[r * n + i] = all[i] > 0 ? std::min(1.0, result.values[r * n + i] / all[i]) : 0.0;
        }
    }
    return result;
}

std::vector<Contributor> contributors(const Presence& present, const Relatedness& related, std::size_t region,
    std::size_t industry, std::size_t at_most) {
    std::vector<Contributor> found;
    for (const auto other : present.industries_in(region)) {
        const double strength = related(other, industry);
        if (other != industry && strength > 0) found.push_back({other, strength});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Contributor& a, const Contributor& b) { return a.relatedness > b.relatedness; });
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
