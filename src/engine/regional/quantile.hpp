#pragma once

#include <optional>
#include <vector>

namespace medskapa::regional {

/// By linear interpolation between the order statistics around part * (n - 1), part 0..1; none of no numbers.
std::optional<double> quantile(std::vector<double> numbers, double part);

}  // namespace medskapa::regional
