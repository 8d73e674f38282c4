#include "engine/regional/areas/labour_markets.hpp"

#include "support/flows.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;
using test::flows_of;

namespace {

std::string area_of(const Flows& flows, const Division& division, std::size_t place) {
    return flows.codes()[*division.places[place].area];
}

/// Town, village and hamlet: 100 employed in each; the hamlet goes to the village, the village to the town.
Flows chain_of_three() {
    return flows_of(
        {{"t", "t", 95}, {"t", "v", 5}, {"v", "v", 70}, {"v", "t", 30}, {"w", "w", 60}, {"w", "v", 40}});
}

}  // namespace

TEST_CASE("a place whose shares are exactly at the limits is a centre") {
    const auto at = flows_of({{"a", "a", 800}, {"a", "b", 75}, {"a", "c", 75}, {"a", "d", 50}});
    const auto above = flows_of({{"a", "a", 799}, {"a", "b", 75}, {"a", "c", 75}, {"a", "d", 51}});

    CHECK(local_labour_markets(at, {}, {}).places[0].role == Role::self_sufficient);
    CHECK(local_labour_markets(above, {}, {}).places[0].role == Role::follower);
    CHECK(local_labour_markets(above, {}, {}).places[0].out_share == doctest::Approx(0.201));
}

TEST_CASE("a single flow above its limit makes a follower, and the reason says so") {
    const auto flows = flows_of({{"a", "a", 92}, {"a", "b", 8}, {"b", "b", 10}});
    const auto division = local_labour_markets(flows, {}, {});

    CHECK(area_of(flows, division, 0) == "b");
    CHECK(division.places[1].role == Role::isolated);
    CHECK(in_english(division.places[0].reason) ==
          "Follows b, where 8.0 % of its employed work, above 7.5 % for a single flow.");
}

TEST_CASE("employed who work outside the flows count in the shares") {
    const auto flows = flows_of({{"a", "a", 92}, {"a", "b", 8}});

    CHECK(local_labour_markets(flows, {{"a", 200}}, {}).places[0].role == Role::self_sufficient);
}

TEST_CASE("equal largest flows go to the place with more employed, then to the lower code") {
    const auto larger =
        flows_of({{"a", "a", 1}, {"a", "b", 9}, {"a", "c", 9}, {"b", "b", 50}, {"c", "c", 60}});
    const auto equal =
        flows_of({{"a", "a", 1}, {"a", "b", 9}, {"a", "c", 9}, {"b", "b", 50}, {"c", "c", 50}});

    CHECK(area_of(larger, local_labour_markets(larger, {}, {}), 0) == "c");
    CHECK(area_of(equal, local_labour_markets(equal, {}, {}), 0) == "b");
}

TEST_CASE("a chain within the limit is one area, and one link fewer cuts it at the weakest link") {
    const auto flows = chain_of_three();
    const auto two = local_labour_markets(flows, {}, {});
    const auto one = local_labour_markets(flows, {}, {.max_links = 1});

    CHECK(area_of(flows, two, 2) == "t");
    CHECK(two.places[2].links == 2);
    CHECK(one.places[1].role == Role::cut_from_chain);
    CHECK(area_of(flows, one, 2) == "v");
}

TEST_CASE("places that follow each other are cut at the weaker link") {
    const auto flows = flows_of(
        {{"a", "a", 60}, {"a", "b", 40}, {"b", "b", 70}, {"b", "a", 30}, {"c", "c", 50}, {"c", "a", 50}});
    const auto division = local_labour_markets(flows, {}, {});

    CHECK(division.places[1].role == Role::cut_from_circle);
    CHECK(area_of(flows, division, 0) == "b");
    CHECK(area_of(flows, division, 2) == "b");
    CHECK(division.places[2].links == 2);
}

TEST_CASE("a long chain of equal links is cut until none is too long") {
    test::FlowRows rows;
    for (int k = 0; k < 9; ++k) {
        rows.push_back({std::to_string(k), std::to_string(k), 50});
        if (k > 0) rows.push_back({std::to_string(k), std::to_string(k - 1), 50});
    }
    const auto division = local_labour_markets(flows_of(rows), {}, {});

    for (const auto& place : division.places) CHECK(place.links <= 2);
    CHECK(division.places[1].role == Role::cut_from_chain);
}

TEST_CASE("moving a limit shows who would change area") {
    const auto flows = flows_of({{"a", "a", 920}, {"a", "b", 80}, {"b", "b", 1000}});
    const auto moves = sensitivity(flows, {}, {}, 0.025);

    REQUIRE(moves.size() == 1);
    CHECK(moves[0].limit == "max_single");
    CHECK(moves[0].value == doctest::Approx(0.1));
    CHECK(moves[0].place == 0);
    CHECK(moves[0].area == 0);
}

TEST_CASE("in the Nordic variant more jobs than residents make a centre of a place that many leave") {
    test::FlowRows rows{{"a", "a", 70}, {"e", "a", 60}, {"e", "e", 40}};
    for (const char* to : {"b", "c", "d"}) rows.push_back({"a", to, 10});
    const auto flows = flows_of(rows);
    const auto division = nordic_labour_markets(flows, {}, {});

    CHECK(division.places[0].role == Role::workplace);
    CHECK(area_of(flows, division, 4) == "a");
}

TEST_CASE("in the Nordic variant a place without a large flow stands alone, or is secondary when followed") {
    const test::FlowRows scattered{
        {"a", "a", 76}, {"a", "c", 6}, {"a", "d", 6}, {"a", "e", 6}, {"a", "f", 6}};
    auto followed = scattered;
    followed.push_back({"b", "a", 15});
    followed.push_back({"b", "b", 85});
    auto crowded = followed;
    crowded.push_back({"a", "g", 2});
    const auto role = [](const test::FlowRows& rows) {
        return nordic_labour_markets(flows_of(rows), {{"a", 100}}, {}).places[0].role;
    };

    CHECK(role(scattered) == Role::alone);
    CHECK(role(followed) == Role::secondary);
    CHECK(role(crowded) == Role::alone);
}

TEST_CASE("flows that are negative or none at all are refused, repeated and missing ones are warned of") {
    FlowBuilder negative;
    negative.add("a", "b", -1);
    CHECK_FALSE(negative.finish());
    CHECK_FALSE(FlowBuilder{}.finish());

    FlowBuilder builder;
    builder.add("a", "b", 2);
    builder.add("a", "b", 3);
    builder.add("b", "a", std::nullopt);
    const auto flows = builder.finish();
    REQUIRE(flows);
    CHECK(flows->residents(0) == 5);
    CHECK(flows->jobs(1) == 5);
    CHECK(flows->warnings().size() == 2);
}
