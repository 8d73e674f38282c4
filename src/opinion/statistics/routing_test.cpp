#include "opinion/statistics/routing.hpp"

#include "opinion/statistics/signals.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::opinion;

TEST_CASE("statements are shown in proportion to priority, with a fifth kept for those hardly seen") {
    const std::vector<Candidate> candidates{{7, 3, 15}, {8, 1, 14}};

    const auto chances = serving_probabilities(candidates);

    CHECK(chances[0] == doctest::Approx(0.6));
    CHECK(chances[1] == doctest::Approx(0.2 + 0.2));
}

TEST_CASE("when all have been seen enough nothing is kept") {
    CHECK(serving_probabilities(std::vector<Candidate>{{0, 3, 15}, {1, 1, 99}})[1] == doctest::Approx(0.25));
}

TEST_CASE("the draw tells the chance it had, and any luck draws something") {
    const std::vector<Candidate> candidates{{7, 3, 20}, {8, 1, 20}};

    CHECK(next_statement(candidates, 0.0)->statement == 7);
    CHECK(next_statement(candidates, 0.74)->statement == 7);
    CHECK(next_statement(candidates, 0.76)->statement == 8);
    CHECK(next_statement(candidates, 0.999999999)->probability == doctest::Approx(0.25));
    CHECK_FALSE(next_statement({}, 0.5));
}

TEST_CASE("who always votes the same is flagged from fifteen votes") {
    const auto conversation =
        test::voted({"+++++++++++++++", "++++++++++++++ ", "++++++++++++++-", "000000000000000"});

    CHECK(straight_liners(conversation) == std::vector<ParticipantId>{0, 3});
}

TEST_CASE("people with the very same fifteen votes are found together") {
    const auto conversation = test::voted(
        {"+-+-+-+-+-+-+-+", "+-+-+-+-+-+-+-0", "+-+-+-+-+-+-+-+", "+-             ", "+-             "});

    CHECK(identical_voters(conversation) == std::vector<std::vector<ParticipantId>>{{0, 2}});
}

TEST_CASE("who votes fifteen times faster than one can read is flagged") {
    std::vector<Moment> moments;
    for (int i = 0; i < 15; ++i) {
        moments.push_back({1, i * 999});
        moments.push_back({2, i * 1000});
        if (i < 14) moments.push_back({3, i});
    }

    CHECK(hasty_voters(moments) == std::vector<ParticipantId>{1});
}
