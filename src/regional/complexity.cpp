#include "regional/complexity.hpp"

#include "regional/eigen.hpp"
#include "regional/octets.hpp"
#include "regional/related_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::regional {
namespace {

constexpr double unstable_gap = 1e-3;
constexpr double no_spread = 1e-9;
constexpr double steady = 1e-8;
constexpr std::size_t most_updates = 1000;
constexpr double collapsed = 1e-6;
constexpr double exact = 1e-14;
constexpr double value_only = 1e-8;  // an eigenvalue's error is about the square of its vector's

/// Who has what, and how much of it is compared: 0 for regions and industries left out.
struct Network {
    Octets by_region;
    Octets by_industry;
    std::vector<double> diversity;
    std::vector<double> ubiquity;
};

/// The connected part of each region; regions without industries have none (the number of parts or above).
class Parts {
public:
    explicit Parts(const Presence& present)
        : leader_(present.regions() + present.industries()), offset_(present.regions()) {
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
        for (std::size_t i = 0; i < present.industries(); ++i)
            present.for_each_region(i, [&](std::size_t r) { leader_[find(offset_ + i)] = find(r); });
    }

    std::size_t of_region(std::size_t region) { return find(region); }
    std::size_t of_industry(std::size_t industry) { return find(offset_ + industry); }

private:
    std::size_t find(std::size_t member) {
        while (leader_[member] != member) member = leader_[member] = leader_[leader_[member]];
        return member;
    }

    std::vector<std::size_t> leader_;
    std::size_t offset_;
};

/// Keeps only the part with most regions (the first of equals) and tells how many there were.
std::size_t keep_largest_part(Network& network, const Presence& present) {
    Parts parts(present);
    std::vector<std::size_t> sizes(present.regions() + present.industries());
    std::size_t count = 0;
    auto best = sizes.size();
    for (std::size_t r = 0; r < present.regions(); ++r) {
        if (network.diversity[r] > 0 && sizes[parts.of_region(r)]++ == 0) ++count;
    }
    for (std::size_t r = 0; r < present.regions(); ++r) {
        const bool is_larger = best == sizes.size() || sizes[parts.of_region(r)] > sizes[best];
        if (network.diversity[r] > 0 && is_larger) best = parts.of_region(r);
    }
    for (std::size_t r = 0; r < present.regions(); ++r) {
        if (parts.of_region(r) != best) network.diversity[r] = 0;
    }
    for (std::size_t i = 0; i < present.industries(); ++i) {
        if (parts.of_industry(i) != best) network.ubiquity[i] = 0;
    }
    return count;
}

Network network_of(const Presence& present) {
    return {Octets(present, Octets::Rows::regions), Octets(present, Octets::Rows::industries),
        {present.diversity().begin(), present.diversity().end()},
        {present.ubiquity().begin(), present.ubiquity().end()}};
}

/// Averages over the regions with each industry.
std::vector<double> mean_over_regions(const Network& network, const std::vector<double>& regions) {
    auto sums = network.by_industry.sums(regions);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (network.ubiquity[i] > 0) sums[i] /= network.ubiquity[i];
    }
    return sums;
}

std::vector<double> times(std::vector<double> values, const std::vector<double>& factors) {
    for (std::size_t k = 0; k < values.size(); ++k) values[k] *= factors[k];
    return values;
}

struct Spread {
    double mean = 0;
    double deviation = 0;
};

Spread spread(const std::vector<double>& values, const std::vector<double>& counted) {
    double n = 0;
    Spread result;
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (counted[k] <= 0) continue;
        result.mean += values[k];
        ++n;
    }
    if (n == 0) return result;
    result.mean /= n;
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (counted[k] > 0) result.deviation += (values[k] - result.mean) * (values[k] - result.mean);
    }
    result.deviation = std::sqrt(result.deviation / n);
    return result;
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
    // Rows left out are zero for the operator; the trivial vector is known, so the second is sought beside
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

void warn(
    std::vector<Warning>& warnings, const char* kind, const char* sentence, std::vector<std::string> holes) {
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

/// Fitness and complexity while they are being found; 0 for the empty.
struct Round {
    std::vector<double> regions;
    std::vector<double> industries;
};

void divide_by_mean(std::vector<double>& values, const std::vector<double>& counted) {
    const auto mean = spread(values, counted).mean;
    if (mean <= 0) return;
    for (auto& value : values) value /= mean;
}

Round updated(const Network& network, const Round& before) {
    std::vector<double> inverse(before.regions.size());
    for (std::size_t r = 0; r < inverse.size(); ++r) {
        if (before.regions[r] > 0) inverse[r] = 1 / before.regions[r];
    }
    Round after{network.by_region.sums(before.industries), network.by_industry.sums(inverse)};
    for (auto& value : after.industries) value = value > 0 ? 1 / value : 0.0;
    divide_by_mean(after.regions, network.diversity);
    divide_by_mean(after.industries, network.ubiquity);
    // A region that falls towards nothing must not reach it: its inverse is needed in the next round.
    for (std::size_t r = 0; r < after.regions.size(); ++r) {
        if (network.diversity[r] > 0) after.regions[r] = std::max(after.regions[r], 1e-290);
    }
    return after;
}

double largest_change(const std::vector<double>& before, const std::vector<double>& after) {
    double largest = 0;
    for (std::size_t k = 0; k < before.size(); ++k) {
        if (before[k] > 0) largest = std::max(largest, std::abs(after[k] - before[k]) / before[k]);
    }
    return largest;
}

std::vector<std::optional<double>> counted_only(
    const std::vector<double>& values, const std::vector<double>& counted) {
    std::vector<std::optional<double>> result(values.size());
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (counted[k] > 0) result[k] = values[k];
    }
    return result;
}

std::vector<std::optional<double>> standardised(
    const std::vector<double>& values, const std::vector<double>& counted) {
    const auto scale = spread(values, counted);
    std::vector<std::optional<double>> result(values.size());
    if (scale.deviation <= 1e-12 * std::max(1.0, std::abs(scale.mean))) return result;
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (counted[k] > 0) result[k] = (values[k] - scale.mean) / scale.deviation;
    }
    return result;
}

std::vector<double> one_where_some(const std::vector<std::optional<double>>& scores) {
    std::vector<double> ones;
    for (const auto& score : scores) ones.push_back(score ? 1.0 : 0.0);
    return ones;
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
    if (result.connected_parts > 1) {
        warn(result.warnings, "disconnected",
            N_("The regions fall into {} parts that share no industry; complexity is given for the largest "
               "part."),
            {std::to_string(result.connected_parts)});
    }
    const auto regions = std::count_if(
        network.diversity.begin(), network.diversity.end(), [](double diversity) { return diversity > 0; });
    if (regions < 2) {
        warn(result.warnings, "complexity_undefined",
            N_("Complexity needs at least two regions that share an industry."), {});
        return result;
    }
    auto solution = solve(network);
    result.second_eigenvalue = std::clamp(solution.second, 0.0, 1.0);
    result.gap = std::max(0.0, solution.second - solution.third);
    if (solution.second < no_spread) {
        warn(result.warnings, "complexity_undefined",
            N_("The regions all look alike, so complexity cannot order them."), {});
        return result;
    }
    if (*result.gap < unstable_gap) {
        warn(result.warnings, "unstable_order",
            N_("The second and third eigenvalues nearly coincide: the order of complexity is unstable."), {});
    }
    put_scores(result, network, std::move(solution));
    return result;
}

Reflections reflections(const Presence& present, std::size_t steps) {
    const auto network = network_of(present);
    Reflections now{network.diversity, network.ubiquity};
    for (std::size_t step = 0; step < steps; ++step) {
        auto regions = network.by_region.sums(now.industries);
        for (std::size_t r = 0; r < regions.size(); ++r) {
            if (network.diversity[r] > 0) regions[r] /= network.diversity[r];
        }
        now = {std::move(regions), mean_over_regions(network, now.regions)};
    }
    return now;
}

Fitness fitness(const Presence& present, std::optional<std::size_t> updates) {
    const auto network = network_of(present);
    Round now{std::vector<double>(present.regions(), 1.0), std::vector<double>(present.industries(), 1.0)};
    Fitness result;
    bool is_steady = false;
    while (result.updates < updates.value_or(most_updates) && !(is_steady && !updates)) {
        auto next = updated(network, now);
        is_steady = largest_change(now.regions, next.regions) < steady &&
                    largest_change(now.industries, next.industries) < steady;
        now = std::move(next);
        ++result.updates;
    }
    if (!updates && !is_steady) {
        warn(result.warnings, "fitness_unsteady", N_("Fitness had not settled after {} updates."),
            {std::to_string(result.updates)});
    }
    const auto fallen = std::count_if(
        now.regions.begin(), now.regions.end(), [](double value) { return 0 < value && value < collapsed; });
    if (fallen > 0) {
        warn(result.warnings, "fitness_collapsed", N_("The fitness of {} regions falls towards 0."),
            {std::to_string(fallen)});
    }
    result.regions = counted_only(now.regions, network.diversity);
    result.industries = counted_only(now.industries, network.ubiquity);
    return result;
}

Outlook outlook(const Presence& present, const CoOccurrence& counts, OwnProximity own,
    const Density& densities, const Complexity& scores) {
    const auto n = present.industries();
    std::vector<double> weight(n);
    for (std::size_t j = 0; j < n; ++j) {
        if (densities.is_defined(j)) weight[j] = scores.raw_industries[j] / densities.related_to_all[j];
    }
    auto sums = related_sums(present, proximities(counts, own), weight);
    std::vector<double> index(present.regions());
    for (std::size_t r = 0; r < present.regions(); ++r) {
        for (std::size_t i = 0; i < n; ++i) {
            auto& gain = sums.by_region[r * n + i];
            gain = present.has(r, i) ? 0.0 : sums.of_all[i] - gain;
            if (!present.has(r, i)) index[r] += densities.at(r, i).value_or(0.0) * scores.raw_industries[i];
        }
    }
    return {standardised(index, one_where_some(scores.regions)), std::move(sums.by_region)};
}

}  // namespace medskapa::regional
