#pragma once

#include "engine/opinion/bridging/continuous.hpp"

namespace medskapa::opinion {

/// How far the order of statements would be the same if other people had come: everybody is parted in two
/// random halves, again and again, each half makes its order from nothing, and the two are compared.
struct Reliability {
    static constexpr std::size_t usual_splits = 20;
    static constexpr double uncertain_below = 0.7;  // of the mean

    using Agreements = std::vector<std::optional<double>>;  // a split, -1..1; nothing where all rank alike

    std::size_t eligible = 0;  // statements with enough votes to be compared
    Agreements bridging;
    Agreements plain;
    std::optional<double> of_each_other;  // how alike the orders by bridging and by liking are, of everybody
};

/// Of active_votes(). The same seed gives the same halves. O(splits * landscape).
Reliability reliability(const Conversation& active, std::uint64_t seed, std::size_t splits);

/// Over the splits that have one; nothing when none has.
std::optional<double> mean_of(const Reliability::Agreements&);
std::optional<double> smallest_of(const Reliability::Agreements&);

}  // namespace medskapa::opinion
