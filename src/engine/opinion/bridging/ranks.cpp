#include "engine/opinion/bridging/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace medskapa::opinion {
namespace {

/// Twice the rank, counted from the middle of all: a whole number even where ranks are shared.
std::vector<double> doubled_ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    const auto middle = static_cast<double>(values.size()) - 1;
    for (std::size_t from = 0; from < order.size();) {
        auto to = from;
        while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
        const auto shared = static_cast<double>(from + to - 1) - middle;
        for (; from < to; ++from) ranks[order[from]] = shared;
    }
    return ranks;
}

}  // namespace

double quantile(std::vector<double> numbers, double part) {
    std::sort(numbers.begin(), numbers.end());
    const double at = part * (static_cast<double>(numbers.size()) - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const auto above = std::min(below + 1, numbers.size() - 1);
    return numbers[below] + (at - static_cast<double>(below)) * (numbers[above] - numbers[below]);
}

std::optional<double> rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto first = doubled_ranks(a);
    const auto second = doubled_ranks(b);
    const auto product = [](const auto& x, const auto& y) {
        return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
    };
    const double sizes = product(first, first) * product(second, second);
    if (!(sizes > 0)) return std::nullopt;
    return product(first, second) / std::sqrt(sizes);
}

}  // namespace medskapa::opinion
