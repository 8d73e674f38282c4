#include "engine/regional/complexity/complexity.hpp"
#include "engine/regional/relatedness/network.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {
namespace {

constexpr double steady = 1e-8;
constexpr std::size_t most_updates = 1000;
constexpr double collapsed = 1e-6;

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

}  // namespace

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
        result.warnings.push_back(
            {"fitness_unsteady", N_("Fitness had not settled after {} updates."), {result.updates}});
    }
    const auto fallen = std::count_if(
        now.regions.begin(), now.regions.end(), [](double value) { return 0 < value && value < collapsed; });
    if (fallen > 0) {
        result.warnings.push_back(
            {"fitness_collapsed", N_("The fitness of {} regions falls towards 0."), {fallen}});
    }
    result.regions = counted_only(now.regions, network.diversity);
    result.industries = counted_only(now.industries, network.ubiquity);
    return result;
}

}  // namespace medskapa::regional
