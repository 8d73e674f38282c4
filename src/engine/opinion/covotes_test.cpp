#include "engine/opinion/covotes.hpp"

#include "support/votes.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::opinion;

TEST_CASE("pairs of statements are counted over those who voted on both") {
    const auto conversation = test::voted({"++", "+-", "-+", "0-", "+ "});
    const auto counts = CoVotes::of(2, conversation.all_ballots(), 1);

    CHECK(counts.at(1, 0) == CoVotes::Pair{4, 0, 1, -1});
    CHECK(counts.at(0, 0) == CoVotes::Pair{5, 2, 2, 4});
}

TEST_CASE("counts are the same for one thread and for three") {
    std::vector<std::vector<Ballot>> people;
    Random random{1};
    for (int i = 0; i < 300; ++i) {
        people.emplace_back();
        for (std::size_t j = 0; j < 700; ++j) {
            if (random.below(4) == 0) people.back().emplace_back(j, static_cast<Vote>(random.below(3) - 1));
        }
    }

    CHECK(CoVotes::of(700, people, 1) == CoVotes::of(700, people, 3));
}

TEST_CASE("more people agree than a packed sum can hold") {
    const std::vector<std::vector<Ballot>> people(70'000, {{0, Vote::agree}, {1, Vote::disagree}});

    const auto counts = CoVotes::of(2, people, 1);

    CHECK(counts.at(1, 0) == CoVotes::Pair{70'000, -70'000, 70'000, -70'000});
}
