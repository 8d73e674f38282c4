#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace medskapa {

/// No number of decisions that is published stands for fewer.
inline constexpr std::int64_t fewest_decisions = 5;

/// Numbers that together make a total, as they may be published.
struct PublicNumbers {
    std::vector<std::optional<std::int64_t>> each;  // nothing: one to four
    std::optional<std::int64_t> total;              // nothing: it would tell what is hidden
};
/// Hides each of 1 to 4, and the total where the hidden ones could be told from it, or are too few together.
PublicNumbers without_few(const std::vector<std::int64_t>& counts);

}  // namespace medskapa
