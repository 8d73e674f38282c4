#include "engine/opinion/groups/grouping.hpp"

#include <doctest/doctest.h>

using namespace medskapa::opinion;

TEST_CASE("the silhouette of two pairs on a line is that done by hand") {
    const std::vector<Spot> spots{{{0, 0}}, {{1, 0}}, {{4, 0}}, {{5, 0}}};
    const std::vector<Grouping> groupings{{2, {0, 0, 1, 1}}, {1, {0, 0, 0, 0}}, {3, {0, 0, 1, 2}}};

    const auto scores = silhouettes(spots, groupings);

    CHECK(scores[0] == doctest::Approx((7.0 / 9 + 5.0 / 7) / 2));
    CHECK(scores[1] == 0);
    CHECK(scores[2] == doctest::Approx((3.0 / 4 + 2.0 / 3) / 4));
}

TEST_CASE("people at the same spot count as many") {
    const std::vector<Spot> apart{{{0, 0}}, {{0, 0}}, {{1, 0}}, {{5, 0}}, {{5, 0}}};
    const std::vector<Spot> together{{{0, 0}, 2}, {{1, 0}, 1}, {{5, 0}, 2}};
    const std::vector<Grouping> one{{2, {0, 0, 0, 1, 1}}};
    const std::vector<Grouping> other{{2, {0, 0, 1}}};

    CHECK(silhouettes(apart, one)[0] == doctest::Approx(silhouettes(together, other)[0]));
}

TEST_CASE("the adjusted Rand index is 1 for the same groups under other names and 0 by chance") {
    const Grouping grouping{2, {0, 0, 1, 1}};

    CHECK(adjusted_rand_index(grouping, {2, {1, 1, 0, 0}}, {}) == 1);
    CHECK(adjusted_rand_index(grouping, {2, {0, 1, 0, 1}}, {}) == doctest::Approx(-0.5));
    CHECK(adjusted_rand_index(grouping, {1, {0, 0, 0, 0}}, {}) == doctest::Approx(0));
}

TEST_CASE("a group's middle is its members' mean, and nobody outside counts") {
    const std::vector<Point> points{{0, 0}, {2, 4}, {9, 9}};

    const auto centers = centers_of(points, {2, {0, 0, Grouping::none}});

    CHECK(centers[0] == Point{1, 2});
    CHECK(centers[1] == Point{0, 0});
}
