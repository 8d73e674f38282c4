#include "engine/opinion/synthetic.hpp"

#include "engine/opinion/random.hpp"

#include <array>
#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr std::size_t camps = 3;
constexpr double pass = 0.12;

/// The chance of agreeing among those who do not pass, camp by camp.
using Chances = std::array<double, camps>;

Chances chances(Random& random) {
    const double common = random.unit();
    const double dispute = random.unit();
    Chances result{};
    for (auto& chance : result) {
        const double own = random.unit() < 0.5 ? 0.1 : 0.9;
        chance = dispute < 0.5 ? own : 0.1 + 0.8 * common;
    }
    return result;
}

std::size_t camp(Random& random) {
    const double at = random.unit();
    return at < 0.45 ? 0 : (at < 0.8 ? 1 : 2);
}

Vote draw(double chance, Random& random) {
    if (random.unit() < pass) return Vote::pass;
    return random.unit() < chance ? Vote::agree : Vote::disagree;
}

/// How many statements are passed by before the next vote, when each is voted on with the given density.
std::size_t gap(double density, Random& random, std::size_t most) {
    if (density >= 1) return 0;
    const double steps = std::log1p(-random.unit()) / std::log1p(-density);
    return steps < static_cast<double>(most) ? static_cast<std::size_t>(steps) : most;
}

}  // namespace

void synthesise(const SyntheticShape& shape, const VoteSink& sink) {
    Random random{shape.seed};
    std::vector<Chances> statements;
    for (std::size_t j = 0; j < shape.statements; ++j) statements.push_back(chances(random));
    if (shape.density <= 0) return;
    for (std::size_t p = 0; p < shape.participants; ++p) {
        const auto own = camp(random);
        auto j = gap(shape.density, random, shape.statements);
        while (j < shape.statements) {
            const auto vote = draw(statements[j][own], random);
            sink(static_cast<ParticipantId>(p), static_cast<StatementId>(j), vote);
            j += 1 + gap(shape.density, random, shape.statements);
        }
    }
}

Conversation synthetic_conversation(const SyntheticShape& shape) {
    Conversation conversation;
    for (std::size_t j = 0; j < shape.statements; ++j)
        (void)conversation.add_statement(static_cast<StatementId>(j));
    synthesise(shape, [&](auto participant, auto statement, auto vote) {
        (void)conversation.vote(participant, statement, vote);
    });
    return conversation;
}

}  // namespace medskapa::opinion
