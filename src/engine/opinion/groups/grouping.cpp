#include "engine/opinion/groups/grouping.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <limits>
#include <utility>

namespace medskapa::opinion {
namespace {

/// One spot's silhouette, from the sum of its distances to each group's members.
double silhouette(std::span<const double> distances, std::span<const double> sizes, std::size_t own) {
    if (sizes[own] <= 1) return 0;
    const double within = distances[own] / (sizes[own] - 1);
    double between = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < sizes.size(); ++g) {
        if (g != own && sizes[g] > 0) between = std::min(between, distances[g] / sizes[g]);
    }
    const double larger = std::max(within, between);
    return std::isinf(between) || larger <= 0 ? 0 : (between - within) / larger;
}

/// Spots sorted so that those which every grouping treats alike lie side by side: a distance is then added up
/// once, and not once for each grouping.
class Blocks {
public:
    Blocks(std::span<const Spot> spots, std::span<const Grouping> groupings)
        : xs_(std::ssize(spots)), ys_(std::ssize(spots)), weights_(std::ssize(spots)) {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
        for (std::uint32_t i = 0; i < spots.size(); ++i) order.emplace_back(treatment(i, groupings), i);
        std::sort(order.begin(), order.end());
        for (Eigen::Index at = 0; at < std::ssize(order); ++at) {
            const auto [key, i] = order[static_cast<std::size_t>(at)];
            xs_(at) = spots[i].at.x;
            ys_(at) = spots[i].at.y;
            weights_(at) = spots[i].weight;
            if (at == 0 || key != order[static_cast<std::size_t>(at - 1)].first) {
                starts_.push_back(at);
                sizes_.push_back(0);
                for (const auto& grouping : groupings) groups_.push_back(grouping.of[i]);
            }
            sizes_.back() += spots[i].weight;
        }
        starts_.push_back(std::ssize(order));
        groupings_ = groupings.size();
    }

    std::size_t count() const { return sizes_.size(); }
    std::size_t group(std::size_t block, std::size_t grouping) const {
        return static_cast<std::size_t>(groups_[block * groupings_ + grouping]);
    }
    const std::vector<double>& sizes() const { return sizes_; }
    double everyone() const { return weights_.sum(); }

    /// Calls `visit(block, weight, sums)` for each spot, with its distances to everyone in each block.
    template <class Visit>
    void each_spot(Visit visit) const {
        std::vector<double> sums(count());
        for (std::size_t block = 0; block < count(); ++block) {
            for (auto i = starts_[block]; i < starts_[block + 1]; ++i) {
                for (std::size_t to = 0; to < count(); ++to) sums[to] = distances(i, to);
                visit(block, weights_(i), sums);
            }
        }
    }

private:
    /// The groups that all groupings give a spot, as one number.
    static std::uint64_t treatment(std::size_t spot, std::span<const Grouping> groupings) {
        std::uint64_t key = 0;
        for (const auto& grouping : groupings)
            key = key * static_cast<std::uint64_t>(grouping.count) +
                  static_cast<std::uint64_t>(grouping.of[spot]);
        return key;
    }

    double distances(Eigen::Index spot, std::size_t block) const {
        const auto from = starts_[block];
        const auto size = starts_[block + 1] - from;
        const auto x = xs_.segment(from, size) - xs_(spot);
        const auto y = ys_.segment(from, size) - ys_(spot);
        return ((x * x + y * y).sqrt() * weights_.segment(from, size)).sum();
    }

    Eigen::ArrayXd xs_;
    Eigen::ArrayXd ys_;
    Eigen::ArrayXd weights_;
    std::vector<Eigen::Index> starts_;
    std::vector<int> groups_;  // blocks x groupings
    std::size_t groupings_ = 0;
    std::vector<double> sizes_;
};

/// What belongs to the blocks, added up by the groups of one grouping into `sums`.
void add_by_group(
    const Blocks& blocks, std::span<const double> values, std::size_t grouping, std::vector<double>& sums) {
    std::fill(sums.begin(), sums.end(), 0);
    for (std::size_t block = 0; block < blocks.count(); ++block)
        sums[blocks.group(block, grouping)] += values[block];
}

double pairs(double count) {
    return count * (count - 1) / 2;
}

}  // namespace

std::vector<double> silhouettes(std::span<const Spot> spots, std::span<const Grouping> groupings) {
    const Blocks blocks{spots, groupings};
    std::vector<std::vector<double>> sizes;
    for (std::size_t k = 0; k < groupings.size(); ++k) {
        sizes.emplace_back(groupings[k].count);
        add_by_group(blocks, blocks.sizes(), k, sizes[k]);
    }
    auto to_groups = sizes;
    std::vector<double> sums(groupings.size());
    blocks.each_spot([&](std::size_t block, double weight, std::span<const double> to_blocks) {
        for (std::size_t k = 0; k < groupings.size(); ++k) {
            add_by_group(blocks, to_blocks, k, to_groups[k]);
            sums[k] += weight * silhouette(to_groups[k], sizes[k], blocks.group(block, k));
        }
    });
    for (auto& sum : sums) sum /= std::max(1.0, blocks.everyone());
    return sums;
}

std::vector<Point> centers_of(std::span<const Point> points, const Grouping& grouping) {
    std::vector<Point> centers(static_cast<std::size_t>(grouping.count));
    std::vector<double> sizes(centers.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (grouping.of[i] == Grouping::none) continue;
        const auto g = static_cast<std::size_t>(grouping.of[i]);
        centers[g].x += points[i].x;
        centers[g].y += points[i].y;
        ++sizes[g];
    }
    for (std::size_t g = 0; g < centers.size(); ++g) {
        if (sizes[g] > 0) centers[g] = {centers[g].x / sizes[g], centers[g].y / sizes[g]};
    }
    return centers;
}

std::vector<std::vector<double>> contingency(
    const Grouping& one, const Grouping& other, std::span<const std::uint32_t> weights) {
    std::vector<std::vector<double>> table(
        static_cast<std::size_t>(one.count), std::vector<double>(static_cast<std::size_t>(other.count)));
    for (std::size_t i = 0; i < one.of.size(); ++i) {
        if (one.of[i] == Grouping::none || other.of[i] == Grouping::none) continue;
        table[static_cast<std::size_t>(one.of[i])][static_cast<std::size_t>(other.of[i])] +=
            weights.empty() ? 1 : weights[i];
    }
    return table;
}

double adjusted_rand_index(
    const Grouping& one, const Grouping& other, std::span<const std::uint32_t> weights) {
    const auto table = contingency(one, other, weights);
    std::vector<double> columns(static_cast<std::size_t>(other.count));
    double both = 0;
    double in_one = 0;
    double in_other = 0;
    double everyone = 0;
    for (const auto& row : table) {
        double size = 0;
        for (std::size_t h = 0; h < row.size(); ++h) {
            both += pairs(row[h]);
            size += row[h];
            columns[h] += row[h];
        }
        in_one += pairs(size);
        everyone += size;
    }
    for (const double size : columns) in_other += pairs(size);
    const double expected = everyone > 1 ? in_one * in_other / pairs(everyone) : 0;
    const double most = (in_one + in_other) / 2;
    return most == expected ? 1 : (both - expected) / (most - expected);
}

}  // namespace medskapa::opinion
