#include "engine/opinion/bridging/planted.hpp"

#include "engine/opinion/random.hpp"

#include <array>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr std::uint32_t thousand = 1000;
constexpr std::uint32_t alike = 10;  // statements that are liked alike, next to each other

/// By ten statements, and by side.
using Chances = std::array<std::array<std::uint32_t, 2>, PlantedShape::statements / alike>;

Chances chances_of(const PlantedShape& shape) {
    return {{{850, 150}, {150, 850}, shape.one_sided, shape.two_sided, {500, 500}, {200, 200}}};
}

Vote drawn(Random& random, std::uint32_t agree) {
    const auto lot = random.below(thousand);
    if (lot < agree) return Vote::agree;
    return lot - agree < (thousand - agree) / 5 ? Vote::pass : Vote::disagree;
}

}  // namespace

PlantedShape planted_shape(PlantedLevel level) {
    switch (level) {
        case PlantedLevel::clear: return {400, 750, 40, {950, 150}, {720, 720}};
        case PlantedLevel::middling: return {200, 800, 20, {950, 250}, {700, 700}};
        case PlantedLevel::hard: return {150, 850, 15, {950, 300}, {680, 680}};
    }
    return {};
}

void plant(const PlantedShape& shape, std::uint64_t seed, const VoteSink& sink) {
    const auto chances = chances_of(shape);
    const auto large = shape.people * shape.large_side / thousand;
    Random random{seed};
    std::array<std::uint32_t, PlantedShape::statements> order{};
    for (std::uint32_t person = 0; person < shape.people; ++person) {
        std::iota(order.begin(), order.end(), 0U);
        random.shuffle(order);
        const std::size_t side = person < large ? 0 : 1;
        for (std::uint32_t v = 0; v < shape.votes_each; ++v)
            sink(person, order[v], drawn(random, chances[order[v] / alike][side]));
    }
}

Conversation planted_conversation(PlantedLevel level, std::uint64_t seed) {
    Conversation conversation;
    for (std::uint32_t j = 0; j < PlantedShape::statements; ++j) (void)conversation.add_statement(j);
    plant(planted_shape(level), seed, [&](auto participant, auto statement, auto vote) {
        (void)conversation.vote(participant, statement, vote);
    });
    return conversation;
}

}  // namespace medskapa::opinion
