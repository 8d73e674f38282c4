#include "engine/opinion/statistics/routing.hpp"

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

TEST_CASE("the draw reports the chance it had, and any luck draws something") {
    const std::vector<Candidate> candidates{{7, 3, 20}, {8, 1, 20}};

    CHECK(next_statement(candidates, 0.0)->statement == 7);
    CHECK(next_statement(candidates, 0.74)->statement == 7);
    CHECK(next_statement(candidates, 0.76)->statement == 8);
    CHECK(next_statement(candidates, 0.999999999)->probability == doctest::Approx(0.25));
    CHECK_FALSE(next_statement({}, 0.5));
}
