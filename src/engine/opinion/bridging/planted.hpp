#pragma once

#include "engine/opinion/synthetic.hpp"

#include <array>

namespace medskapa::opinion {

/// A made-up conversation of two unequal sides, where it is known which statements the larger side alone
/// likes (numbers 20-29) and which both do (30-39): what a bridging score has to keep apart. 60 statements.
struct PlantedShape {
    std::uint32_t people = 0;
    std::uint32_t large_side = 0;  // thousandths of the people
    std::uint32_t votes_each = 0;
    std::array<std::uint32_t, 2> one_sided{};  // chance of agreeing in thousandths: the large side, the small
    std::array<std::uint32_t, 2> two_sided{};

    static constexpr std::uint32_t statements = 60;
};

enum class PlantedLevel { clear, middling, hard };
PlantedShape planted_shape(PlantedLevel);

/// Every vote in turn, person by person; within a person in the order of a shuffle. Whole numbers only: the
/// same seed gives the same votes everywhere.
void plant(const PlantedShape&, std::uint64_t seed, const VoteSink&);

Conversation planted_conversation(PlantedLevel, std::uint64_t seed);

}  // namespace medskapa::opinion
