#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace medskapa::opinion {

/// Four items among which the best and the worst are named.
using SetOfFour = std::array<std::uint32_t, 4>;

inline constexpr std::size_t fewest_items = 4;
inline constexpr std::size_t most_items = 100;

/// Sets that show each item equally often and each pair as equally often as can be: every round shifts one
/// base set through all items, so each item comes four times (a cyclic design). Each set in rising order.
/// Four items have one set, and a round is that. `items` 4..100. O(rounds * items^3).
std::vector<SetOfFour> sets_of_four(std::size_t items, std::size_t rounds);

/// How many sets a person is asked about when nobody says otherwise: three times each item, at most eight.
std::size_t usual_sets(std::size_t items);

/// What the person of this number, from 0, is shown, in order: `per` of the sets, each item in a place by
/// chance. People share out all sets among them before any is shown again. The same seed gives the same.
/// `per` 1..sets.
std::vector<SetOfFour> deck_of(
    const std::vector<SetOfFour>& sets, std::size_t per, std::uint64_t person, std::uint64_t seed);

}  // namespace medskapa::opinion
