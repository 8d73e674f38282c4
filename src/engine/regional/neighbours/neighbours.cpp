#include "engine/regional/neighbours/neighbours.hpp"

#include "engine/regional/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace medskapa::regional {
namespace {

constexpr double flat = 1e-12;              // of the mean's size: a variable that hardly varies
constexpr double least_common = 2.0 / 3.0;  // of the weight
constexpr double slack = 1e-12;
constexpr std::size_t least_for_quartiles = 5;

struct Spread {
    std::size_t count = 0;
    double mean = 0;
    double deviation = 0;  // of the population

    bool is_telling() const { return count >= 2 && deviation > flat * std::max(1.0, std::abs(mean)); }
};

Spread spread_of(const RegionVariables& of, std::size_t variable) {
    Spread spread;
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        if (!of.at(r, variable)) continue;
        ++spread.count;
        spread.mean += *of.at(r, variable);
    }
    if (spread.count == 0) return spread;
    const auto count = static_cast<double>(spread.count);
    spread.mean /= count;
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        if (of.at(r, variable)) spread.deviation += std::pow(*of.at(r, variable) - spread.mean, 2) / count;
    }
    spread.deviation = std::sqrt(spread.deviation);
    return spread;
}

bool is_enough(double weight, const Standardised& scale) {
    return weight > 0 && weight >= least_common * scale.weight - slack;
}

std::optional<double> distance_between(const Standardised& scale, std::size_t a, std::size_t b) {
    const auto n = scale.kept.size();
    double weight = 0;
    double sum = 0;
    for (std::size_t v = 0; v < n; ++v) {
        const auto& one = scale.z[a * n + v];
        const auto& other = scale.z[b * n + v];
        if (!one || !other) continue;
        const double difference = *one - *other;
        weight += scale.weights[v];
        sum += scale.weights[v] * difference * difference;
    }
    if (!is_enough(weight, scale)) return std::nullopt;
    return std::sqrt(sum / weight);
}

double own_weight(const Standardised& scale, std::size_t region) {
    double weight = 0;
    for (std::size_t v = 0; v < scale.kept.size(); ++v)
        weight += scale.z[region * scale.kept.size() + v] ? scale.weights[v] : 0;
    return weight;
}

std::vector<Neighbour> nearest_of(
    const StructuralNeighbours& all, std::size_t region, std::size_t regions, std::size_t k) {
    std::vector<Neighbour> near;
    for (std::size_t other = 0; other < regions; ++other) {
        const auto& distance = all.distance[region * regions + other];
        if (distance) near.push_back({other, *distance});
    }
    std::sort(near.begin(), near.end(), [](const Neighbour& a, const Neighbour& b) {
        return std::pair(a.distance, a.region) < std::pair(b.distance, b.region);
    });
    if (near.size() > k) near.resize(k);
    return near;
}

template <class Codes>
std::string joined(const Codes& numbers, const std::vector<std::string>& names) {
    std::string all;
    for (const auto number : numbers) all += (all.empty() ? "" : ", ") + names[number];
    return all;
}

void warn_of(StructuralNeighbours& all, const RegionVariables& of) {
    if (!all.scale.dropped.empty()) {
        all.warnings.push_back({"dropped",
            N_("Variables left out, since fewer than two regions have them or they are the same everywhere: "
               "{}."),
            {joined(all.scale.dropped, of.variables)}});
    }
    if (!all.not_compared.empty()) {
        all.warnings.push_back({"not_compared", N_("Regions not compared, since data are missing: {}."),
            {joined(all.not_compared, of.regions)}});
    }
}

}  // namespace

std::optional<double> z_of(const std::optional<double>& value, const Spread& spread) {
    return value ? std::optional{(*value - spread.mean) / spread.deviation} : std::nullopt;
}

Standardised standardised(const RegionVariables& of) {
    Standardised scale;
    std::vector<Spread> spreads;
    std::map<std::string, std::size_t> in_block;
    for (std::size_t v = 0; v < of.variables.size(); ++v) {
        spreads.push_back(spread_of(of, v));
        (spreads[v].is_telling() ? scale.kept : scale.dropped).push_back(v);
        if (spreads[v].is_telling()) ++in_block[of.blocks[v]];
    }
    for (const auto v : scale.kept) scale.weights.push_back(1 / static_cast<double>(in_block[of.blocks[v]]));
    scale.weight = std::accumulate(scale.weights.begin(), scale.weights.end(), 0.0);
    scale.z.reserve(of.regions.size() * scale.kept.size());
    for (std::size_t r = 0; r < of.regions.size(); ++r) {
        for (const auto v : scale.kept) scale.z.push_back(z_of(of.at(r, v), spreads[v]));
    }
    return scale;
}

StructuralNeighbours structural_neighbours(const RegionVariables& of, std::size_t k) {
    const auto n = of.regions.size();
    StructuralNeighbours all{standardised(of), std::vector<std::optional<double>>(n * n), {}, {}, {}};
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b)
            all.distance[a * n + b] = all.distance[b * n + a] = distance_between(all.scale, a, b);
    }
    for (std::size_t r = 0; r < n; ++r) {
        all.nearest.push_back(nearest_of(all, r, n, k));
        if (!is_enough(own_weight(all.scale, r), all.scale)) all.not_compared.push_back(r);
    }
    warn_of(all, of);
    return all;
}

std::vector<std::optional<double>> parts_of_distance(
    const Standardised& scale, std::size_t a, std::size_t b) {
    const auto n = scale.kept.size();
    std::vector<std::optional<double>> parts(n);
    for (std::size_t v = 0; v < n; ++v) {
        const auto& one = scale.z[a * n + v];
        const auto& other = scale.z[b * n + v];
        if (one && other) parts[v] = scale.weights[v] * (*one - *other) * (*one - *other);
    }
    return parts;
}

std::vector<std::size_t> most_telling(
    const Standardised& scale, std::size_t a, std::size_t b, Parting parting, std::size_t count) {
    const auto parts = parts_of_distance(scale, a, b);
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < parts.size(); ++v) {
        if (parts[v]) order.push_back(v);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return parting == Parting::least ? *parts[one] < *parts[other] : *parts[one] > *parts[other];
    });
    if (order.size() > count) order.resize(count);
    return order;
}

Benchmark benchmark(
    const RegionVariables& of, const StructuralNeighbours& all, std::size_t region, std::size_t variable) {
    Benchmark result;
    result.value = of.at(region, variable);
    std::vector<double> others;
    for (const auto& near : all.nearest[region]) {
        if (of.at(near.region, variable)) others.push_back(*of.at(near.region, variable));
    }
    result.of = others.size() + (result.value ? 1 : 0);
    result.median = quantile(others, 0.5);
    if (others.size() >= least_for_quartiles) {
        result.low_quartile = quantile(others, 0.25);
        result.high_quartile = quantile(others, 0.75);
    }
    if (result.value && !others.empty()) {
        result.rank = 1 + static_cast<std::size_t>(std::count_if(others.begin(), others.end(),
                              [&](double other) { return other > *result.value; }));
    }
    return result;
}

}  // namespace medskapa::regional
