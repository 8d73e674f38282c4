#pragma once

#include "engine/opinion/plane/plane.hpp"

#include <optional>

namespace medskapa::opinion {

/// Where those who have said enough stand along the axes on which all votes differ most. The axes come from
/// everybody, the places are of those in conversation: seven votes, or all where there are fewer statements.
struct Landscape {
    static constexpr std::size_t enough_votes = 7;

    Plane plane;                          // each axis turned so that its largest entry is positive
    std::array<double, 2> eigenvalues{};  // of the centred votes' product with themselves
    double trace = 0;                     // the sum of all eigenvalues
    std::vector<std::uint32_t> seats;     // who is in conversation, rising
    std::vector<Point> places;            // of each of them

    /// The share of the variance that the two axes show, 0..1; nothing when votes do not differ.
    std::optional<double> shown_share() const;
};

/// Of active_votes(). O(statements^2 + votes), and the square of the votes of each participant once.
Landscape landscape(const Conversation& active);

}  // namespace medskapa::opinion
