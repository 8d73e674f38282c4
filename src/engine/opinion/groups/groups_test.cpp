#include "engine/opinion/groups/classic.hpp"
#include "engine/opinion/groups/robust.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <numeric>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

/// So many people around each of the places, within a square of side 1.
std::vector<Point> clumps(const std::vector<Point>& places, int people) {
    std::vector<Point> points;
    Random random{2};
    for (int i = 0; i < people; ++i) {
        for (const auto place : places) points.push_back({place.x + random.unit(), place.y + random.unit()});
    }
    return points;
}

RobustGroups robust(const std::vector<Point>& points) {
    return robust_groups(points, 0, {});
}

ClassicGroups classic(const std::vector<Point>& points, const ClassicMemory& memory = {}) {
    std::vector<ParticipantId> names(points.size());
    std::iota(names.begin(), names.end(), 0);
    return classic_groups(points, names, memory);
}

}  // namespace

TEST_CASE("two clumps are two groups by either rules") {
    const auto points = clumps({{0, 0}, {10, 0}}, 30);

    CHECK(classic(points).grouping.count == 2);
    const auto found = robust(points);
    CHECK(found.grouping.count == 2);
    CHECK(found.stability.mean_ari == doctest::Approx(1));
    CHECK_FALSE(found.stability.is_uncertain());
}

TEST_CASE("the largest group comes first") {
    auto points = clumps({{0, 0}, {10, 0}}, 10);
    for (const auto point : clumps({{10, 0}}, 5)) points.push_back(point);

    CHECK(robust(points).grouping.of[1] == 0);
}

TEST_CASE("robust groups do not depend on the order of people") {
    const auto points = clumps({{0, 0}, {3, 0}, {0, 2}}, 40);
    const auto expected = robust(points);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto order = test::shuffled(points.size(), seed);
        std::vector<Point> mixed;
        for (const auto i : order) mixed.push_back(points[i]);

        const auto found = robust(mixed);

        CHECK(found.silhouettes == expected.silhouettes);
        CHECK(found.stability.mean_ari == expected.stability.mean_ari);
        for (std::size_t i = 0; i < order.size(); ++i)
            CHECK(found.grouping.of[i] == expected.grouping.of[order[i]]);
    }
}

TEST_CASE("everybody at one place is one group") {
    const std::vector<Point> alike(50, Point{1, 1});

    CHECK(robust(alike).grouping.count == 1);
    CHECK(robust({}).grouping.count == 0);
    CHECK(classic(alike).grouping.count == 1);
    CHECK(classic({}).grouping.count == 0);
}

TEST_CASE("more places than are searched one by one are gathered in cells, and nobody is lost") {
    const auto points = clumps({{0, 0}, {10, 0}}, 5000);
    const auto gathered = gather(points);

    CHECK(gathered.spots.size() <= most_spots);
    std::size_t people = 0;
    for (const auto& spot : gathered.spots) people += spot.weight;
    CHECK(people == points.size());
    CHECK(robust(points).grouping.count == 2);
}

TEST_CASE("groups are uncertain when they agree too little with those found anew, or one of them does") {
    CHECK_FALSE(Stability{0.6, {0.6, 0.9}}.is_uncertain());
    CHECK(Stability{0.59, {0.9, 0.9}}.is_uncertain());
    CHECK(Stability{0.9, {0.9, 0.59}}.is_uncertain());
}
