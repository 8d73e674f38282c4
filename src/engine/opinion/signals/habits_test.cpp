#include "engine/opinion/signals/habits.hpp"

#include "support/votes.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::opinion;

TEST_CASE("who always votes the same is flagged from fifteen votes") {
    const auto conversation =
        test::voted({"+++++++++++++++", "++++++++++++++ ", "++++++++++++++-", "000000000000000"});

    CHECK(straight_liners(conversation) == std::vector<ParticipantId>{0, 3});
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
