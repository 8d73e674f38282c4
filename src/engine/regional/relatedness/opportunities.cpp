#include "engine/regional/relatedness/opportunities.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

struct Scale {
    double mean = 0;
    double deviation = 0;

    double standardised(double value) const {
        return deviation > 1e-12 * std::max(1.0, std::abs(mean)) ? (value - mean) / deviation : 0.0;
    }
};

Scale scale(const std::vector<Opportunity>& of, double Opportunity::*measure) {
    Scale result;
    const auto n = static_cast<double>(of.size());
    for (const auto& one : of) result.mean += one.*measure / n;
    for (const auto& one : of) result.deviation += std::pow(one.*measure - result.mean, 2) / n;
    result.deviation = std::sqrt(result.deviation);
    return result;
}

Quadrant quadrant(bool is_related, bool is_complex) {
    if (is_related) return is_complex ? Quadrant::high_road : Quadrant::slow_road;
    return is_complex ? Quadrant::casino : Quadrant::dead_end;
}

std::vector<Opportunity> candidates(const Analysis& of, std::size_t r) {
    std::vector<Opportunity> found;
    if (of.sums.region[r] <= 0) return found;
    for (std::size_t i = 0; i < of.table.industries.size(); ++i) {
        if (of.present.has(r, i) || of.table.is_missing(r, i)) continue;
        const auto density = of.densities.at(r, i);
        const auto& complexity = of.scores.industries[i];
        if (!density || !complexity) continue;
        const double gain = of.possibilities.gains[r * of.table.industries.size() + i];
        found.push_back({i, *density, *complexity, gain, Quadrant::dead_end, 0});
    }
    return found;
}

}  // namespace

std::vector<Opportunity> opportunities(const Analysis& of, std::size_t region, double density_weight) {
    auto found = candidates(of, region);
    const auto related = scale(found, &Opportunity::density);
    const auto complex = scale(found, &Opportunity::complexity);
    for (auto& one : found) {
        one.quadrant = quadrant(one.density >= related.mean, one.complexity >= complex.mean);
        one.score = density_weight * related.standardised(one.density) +
                    (1 - density_weight) * complex.standardised(one.complexity);
    }
    std::sort(found.begin(), found.end(), [](const Opportunity& a, const Opportunity& b) {
        return std::pair{-a.score, a.industry} < std::pair{-b.score, b.industry};
    });
    return found;
}

}  // namespace medskapa::regional
