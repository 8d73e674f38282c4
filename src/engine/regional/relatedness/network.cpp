#include "engine/regional/relatedness/network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::regional {
namespace {

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

}  // namespace

Network network_of(const Presence& present) {
    return {ColumnGroups(present, ColumnGroups::Rows::regions),
        ColumnGroups(present, ColumnGroups::Rows::industries),
        {present.diversity().begin(), present.diversity().end()},
        {present.ubiquity().begin(), present.ubiquity().end()}};
}

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

std::vector<double> mean_over_regions(const Network& network, const std::vector<double>& regions) {
    auto sums = network.by_industry.sums(regions);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (network.ubiquity[i] > 0) sums[i] /= network.ubiquity[i];
    }
    return sums;
}

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

}  // namespace medskapa::regional
