#include "engine/regional/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::regional {

std::optional<double> quantile(std::vector<double> numbers, double part) {
    if (numbers.empty()) return std::nullopt;
    std::sort(numbers.begin(), numbers.end());
    const double at = part * static_cast<double>(numbers.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const auto high = std::min(low + 1, numbers.size() - 1);
    return numbers[low] + (at - static_cast<double>(low)) * (numbers[high] - numbers[low]);
}

}  // namespace medskapa::regional
