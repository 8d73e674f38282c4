#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace medskapa::opinion {

/// A statement that somebody may be shown next: accepted, and not yet voted on by that person.
struct Candidate {
    std::size_t statement = 0;
    double priority = 1;          // as priority() gives it, > 0
    std::uint32_t exposures = 0;  // how often it has been shown to anybody
};

/// What is shown, and the chance that it had. The chance should be stored with the exposure: the inverse of
/// it takes the choice of statements back out of any total.
struct Serving {
    std::size_t statement = 0;
    double probability = 0;
};

inline constexpr std::uint32_t enough_exposures = 15;
inline constexpr double share_of_the_unseen = 0.2;

/// Every candidate's chance to be shown next, together 1. In proportion to priority; but a fifth goes in
/// equal parts to statements shown fewer than fifteen times, so that a late one is seen too.
std::vector<double> serving_probabilities(std::span<const Candidate>);

/// Draws one; `luck` is a number in [0, 1) that nobody can foresee. None when there is no candidate.
std::optional<Serving> next_statement(std::span<const Candidate>, double luck);

}  // namespace medskapa::opinion
