#include "app/conversation/vote_pace.hpp"

#include "engine/opinion/random.hpp"
#include "engine/opinion/signals/habits.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Instant instant(std::int64_t ms) {
    return Instant{std::chrono::milliseconds{ms}};
}

/// Votes of one person with the same pause between them.
std::vector<opinion::Moment> steady(opinion::ParticipantId person, int votes, std::int64_t pause) {
    std::vector<opinion::Moment> moments;
    for (int i = 0; i < votes; ++i) moments.push_back({person, i * pause});
    return moments;
}

app::VotePaces paces_of(const std::vector<opinion::Moment>& moments) {
    app::VotePaces paces;
    for (const auto& moment : moments) paces.add(moment.participant, instant(moment.timestamp));
    return paces;
}

}  // namespace

TEST_CASE("fifteen votes within a second of each other are hasty, fourteen are not, and a second is not") {
    CHECK(paces_of(steady(7, 15, 999)).hasty() == std::vector<opinion::ParticipantId>{7});
    CHECK(paces_of(steady(7, 14, 999)).hasty().empty());
    CHECK(paces_of(steady(7, 15, 1000)).hasty().empty());
}

TEST_CASE("whoever is erased was never hasty") {
    auto paces = paces_of(steady(7, 20, 1));
    paces.erase(7);
    CHECK(paces.hasty().empty());
}

TEST_CASE("paces kept vote by vote say what all moments at once say") {
    opinion::Random random{3};
    for (int round = 0; round < 50; ++round) {
        std::vector<opinion::Moment> moments;
        std::int64_t now = 0;
        for (int vote = 0; vote < 300; ++vote)
            moments.push_back({static_cast<opinion::ParticipantId>(1 + random.below(12)),
                now += static_cast<std::int64_t>(random.below(200))});
        CHECK(paces_of(moments).hasty() == opinion::hasty_voters(moments));
        CHECK(paces_of(moments).first_votes() == opinion::first_votes(moments));
    }
}
