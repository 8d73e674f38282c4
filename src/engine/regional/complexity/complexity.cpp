#include "engine/regional/complexity/complexity.hpp"

#include "engine/regional/complexity/eigen.hpp"
#include "engine/regional/relatedness/network.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

constexpr double unstable_gap = 1e-3;
constexpr double no_spread = 1e-9;
constexpr double exact = 1e-14;
constexpr double value_only = 1e-6;  // an eigenvalue's error is about the square of its vector's

std::vector<double> times(std::vector<double> values, const std::vector<double>& factors) {
    for (std::size_t k = 0; k < values.size(); ++k) values[k] *= factors[k];
    return values;
}

/// Diverse regions high; where diversity says nothing, the first region is low, so that the sign never
/// wavers.
double sign_by_diversity(const std::vector<double>& scores, const std::vector<double>& diversity) {
    const auto score = spread(scores, diversity);
    const auto size = spread(diversity, diversity);
    double together = 0;
    double n = 0;
    for (std::size_t r = 0; r < scores.size(); ++r) {
        if (diversity[r] <= 0) continue;
        together += (scores[r] - score.mean) * (diversity[r] - size.mean);
        ++n;
    }
    if (std::abs(together) > 1e-10 * n * score.deviation * size.deviation) return together > 0 ? 1 : -1;
    for (std::size_t r = 0; r < scores.size(); ++r) {
        if (diversity[r] > 0 && std::abs(scores[r] - score.mean) > 1e-7 * score.deviation) {
            return scores[r] < score.mean ? 1 : -1;
        }
    }
    return 1;
}

/// The scores of regions before they are standardised, with both eigenvalues.
struct Solution {
    std::vector<double> regions;
    double second = 0;
    double third = 0;
};

Solution solve(const Network& network) {
    std::vector<double> root(network.diversity.size());
    std::vector<double> inverse(root.size());
    double length = 0;
    std::size_t here = 0;
    for (std::size_t r = 0; r < root.size(); ++r) {
        root[r] = std::sqrt(network.diversity[r]);
        inverse[r] = root[r] > 0 ? 1 / root[r] : 0.0;
        length += network.diversity[r];
        here += root[r] > 0 ? 1 : 0;
    }
    // Rows left out are zero for the operator; the trivial vector is known, so the second is sought next to
    // it.
    std::vector<std::vector<double>> found{root};
    for (auto& entry : found[0]) entry /= std::sqrt(length);
    const Operator apply = [&](const std::vector<double>& vector) {
        return times(network.by_region.sums(mean_over_regions(network, times(vector, inverse))), inverse);
    };
    const auto second = largest_eigenpair(root.size(), apply, found, exact);
    found.push_back(second.vector);
    const double third = here > 2 ? largest_eigenpair(root.size(), apply, found, value_only).value : 0.0;
    return {times(second.vector, inverse), second.value, third};
}

void warn(std::vector<Warning>& warnings, const char* kind, const char* sentence, Holes holes) {
    warnings.push_back({kind, sentence, std::move(holes)});
}

void put_scores(Complexity& result, const Network& network, Solution solution) {
    const double sign = sign_by_diversity(solution.regions, network.diversity);
    for (auto& score : solution.regions) score *= sign;
    const auto scale = spread(solution.regions, network.diversity);
    const auto industries = mean_over_regions(network, solution.regions);
    for (std::size_t r = 0; r < solution.regions.size(); ++r) {
        if (network.diversity[r] > 0)
            result.regions[r] = (solution.regions[r] - scale.mean) / scale.deviation;
    }
    for (std::size_t i = 0; i < industries.size(); ++i) {
        if (network.ubiquity[i] <= 0) continue;
        const double score = industries[i] / solution.second;
        result.industries[i] = (score - scale.mean) / scale.deviation;
        result.raw_industries[i] = score / scale.deviation;
    }
}

/// Scores and eigenvalues for a network of at least two regions.
void put_solution(Complexity& result, const Network& network) {
    auto solution = solve(network);
    result.second_eigenvalue = std::clamp(solution.second, 0.0, 1.0);
    result.gap = std::max(0.0, solution.second - solution.third);
    if (solution.second < no_spread) {
        warn(result.warnings, "complexity_undefined",
            N_("The regions all look alike, so complexity cannot order them."), {});
        return;
    }
    if (*result.gap < unstable_gap) {
        warn(result.warnings, "unstable_order",
            N_("The second and third eigenvalues nearly coincide: the order of complexity is unstable."), {});
    }
    put_scores(result, network, std::move(solution));
}

void warn_of_parts(Complexity& result) {
    if (result.connected_parts > 1)
        warn(result.warnings, "disconnected",
            N_("The regions fall into {} parts that share no industry; complexity is given for the largest "
               "part."),
            {result.connected_parts});
}

}  // namespace

std::vector<std::optional<double>> Complexity::standardised_industries() const {
    return standardised(raw_industries, one_where_some(industries));
}

Complexity complexity(const Presence& present) {
    auto network = network_of(present);
    Complexity result;
    result.regions.resize(present.regions());
    result.industries.resize(present.industries());
    result.raw_industries.resize(present.industries());
    result.connected_parts = keep_largest_part(network, present);
    warn_of_parts(result);
    const auto regions = std::count_if(
        network.diversity.begin(), network.diversity.end(), [](double diversity) { return diversity > 0; });
    if (regions < 2) {
        warn(result.warnings, "complexity_undefined",
            N_("Complexity needs at least two regions that share an industry."), {});
        return result;
    }
    put_solution(result, network);
    return result;
}

}  // namespace medskapa::regional
