#include "engine/opinion/groups/classic.hpp"

#include <doctest/doctest.h>

using namespace medskapa::opinion;

namespace {

/// Points on a line, named 0, 1, 2 ...
NamedSpots on_line(const std::vector<double>& places) {
    NamedSpots points;
    for (const double place : places) {
        points.names.push_back(static_cast<std::int64_t>(points.names.size()));
        points.spots.push_back({{place, 0}});
    }
    return points;
}

std::vector<NamedCluster> clustered(
    const NamedSpots& points, std::size_t most, const std::vector<NamedCluster>& remembered) {
    return named(lloyd(points, most, 20, remembered), points.names);
}

using Clustering = std::vector<NamedCluster>;

}  // namespace

TEST_CASE("a cold start takes the first distinct points, worked by hand") {
    // Centres 0 and 1; then {0}, {1, 9, 10} about 6.67; then {0, 1}, {9, 10}.
    CHECK(clustered(on_line({0, 0, 1, 9, 10}), 2, {}) == Clustering{{0, {0, 1, 2}}, {1, {3, 4}}});
}

TEST_CASE("a remembered clustering goes on from where its members are now, under its ids") {
    const auto points = on_line({0, 1, 9, 10});

    CHECK(clustered(points, 2, {{4, {2, 3}}, {7, {0, 1}}}) == Clustering{{4, {2, 3}}, {7, {0, 1}}});
    CHECK(clustered(on_line({0, 1, 2, 10}), 2, {{4, {2, 3}}, {7, {0, 1}}}) ==
          Clustering{{4, {3}}, {7, {0, 1, 2}}});
}

TEST_CASE("the point farthest from all centres becomes a cluster of its own, with the highest id") {
    // One cluster about 5 is remembered; 11 lies farthest from it.
    CHECK(clustered(on_line({0, 1, 8, 11}), 2, {{3, {0, 1, 2, 3}}}) == Clustering{{3, {0, 1}}, {4, {2, 3}}});
}

TEST_CASE("clusters at the very same place become one under the id of the larger") {
    const auto points = on_line({1, 3, 2, 9});

    // {0, 1} has its middle at 2, just where {2} is; to have two again 9 is taken out.
    CHECK(clustered(points, 2, {{5, {2}}, {6, {0, 1}}}) == Clustering{{6, {0, 1, 2}}, {7, {3}}});
}

TEST_CASE("of equally large clusters at one place the later gives its id") {
    CHECK(clustered(on_line({2, 2, 9}), 2, {{5, {0}}, {6, {1}}}) == Clustering{{6, {0, 1}}, {7, {2}}});
}

TEST_CASE("a cluster whose members are gone is gone, and with all gone it starts cold") {
    CHECK(clustered(on_line({0, 10}), 2, {{1, {0, 1}}, {2, {77}}}) == Clustering{{1, {0}}, {2, {1}}});
    CHECK(clustered(on_line({0, 10}), 2, {{1, {70}}, {2, {77}}}) == Clustering{{0, {0}}, {1, {1}}});
}

TEST_CASE("there are no more clusters than places") {
    CHECK(clustered(on_line({4, 4, 4}), 2, {{1, {0, 1}}}) == Clustering{{1, {0, 1, 2}}});
}

TEST_CASE("another number of groups is shown when it has been best four times in a row") {
    Smoother smoother = Smoother{}.after(2);
    CHECK(smoother == Smoother{2, 1, 2});
    for (int times = 1; times <= 3; ++times) {
        smoother = smoother.after(3);
        CHECK(smoother == Smoother{3, times, 2});
    }
    CHECK(smoother.after(3) == Smoother{3, 4, 3});
    CHECK(smoother.after(4) == Smoother{4, 1, 2});
}
