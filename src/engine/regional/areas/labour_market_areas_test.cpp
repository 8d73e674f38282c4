#include "engine/regional/areas/labour_market_areas.hpp"

#include "engine/regional/areas/self_containment.hpp"
#include "support/flows.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;
using test::flows_of;

namespace {

/// Two towns, each with a village that sends it half of its employed, and a thin tie between the towns.
Flows two_towns() {
    return flows_of({{"a", "a", 900}, {"a", "c", 10}, {"b", "b", 50}, {"b", "a", 50}, {"c", "c", 900},
        {"c", "a", 10}, {"d", "d", 50}, {"d", "c", 50}});
}

constexpr AreaRule small{
    .min_size = 100, .min_containment = 0.6, .target_size = 500, .target_containment = 0.8};

}  // namespace

TEST_CASE("villages join the town that they are tied to") {
    const auto division = labour_market_areas(two_towns(), small).value();

    CHECK(division.places[0].area == 0);
    CHECK(division.places[1].area == 0);
    CHECK(division.places[2].area == 2);
    CHECK(division.places[3].area == 2);
    CHECK(in_english(division.places[1].reason) ==
          "In an area of 2 places around a: 99.0 % of those who live there also work there, and 99.0 % of "
          "those "
          "who work there also live there.");
}

TEST_CASE("a place without jobs or flows to others is unassigned, and so is one left without by that") {
    const auto division = labour_market_areas(
        flows_of({{"a", "a", 900}, {"b", "a", 50}, {"b", "b", 50}, {"c", "c", 10}, {"d", "e", 5}}), small)
                              .value();

    CHECK(division.places[0].area == 0);
    for (const std::size_t place : {2U, 3U, 4U}) {
        CHECK_FALSE(division.places[place].area);
        CHECK(division.places[place].role == Role::unassigned);
    }
}

TEST_CASE("where no area comes about, the limits are reported to be too high") {
    const auto flows = flows_of({{"a", "a", 65}, {"a", "b", 51}, {"a", "c", 12}, {"a", "d", 52},
        {"b", "b", 145}, {"b", "d", 29}, {"c", "c", 138}, {"c", "a", 36}, {"c", "b", 14}, {"c", "d", 4},
        {"d", "d", 169}, {"d", "c", 40}, {"e", "e", 5}});
    const auto division = labour_market_areas(flows, AreaRule{}).value();

    CHECK_FALSE(division.places[0].area);
    CHECK(in_english(division.places[0].reason).starts_with("Unassigned: no area came about"));
    CHECK(in_english(division.places[4].reason).starts_with("Unassigned: it has no employed"));
}

TEST_CASE("parameters that do not hold together are refused") {
    CHECK_FALSE(labour_market_areas(two_towns(), {.min_size = 10, .target_size = 10}));
    CHECK_FALSE(labour_market_areas(two_towns(), {.min_containment = 0.8, .target_containment = 0.7}));
    CHECK_FALSE(labour_market_areas(two_towns(), {.min_containment = 0}));
    CHECK_FALSE(labour_market_areas(two_towns(), {.target_containment = 1.1}));
}

TEST_CASE("an area's balance counts who lives, works and does both in it") {
    const auto flows = two_towns();
    const auto division = labour_market_areas(flows, small).value();
    const auto areas = balances(flows, division.places);

    REQUIRE(areas.size() == 2);
    CHECK(areas[0].places == 2);
    CHECK(areas[0].residents == 1010);
    CHECK(areas[0].jobs == 1010);
    CHECK(areas[0].own == 1000);
    CHECK(*areas[0].supply_containment() == doctest::Approx(1000.0 / 1010));
    CHECK(*areas[0].demand_containment() == doctest::Approx(1000.0 / 1010));
    CHECK(areas[0].net_commuting() == 0);
    CHECK(*modularity(areas) == doctest::Approx(2 * (1000.0 / 2020 - 0.25)));
}

TEST_CASE("one area with everything has no modularity beyond chance, and no area has none") {
    std::vector<Placing> together(4);
    for (auto& place : together) place.area = 0;

    CHECK(*modularity(balances(two_towns(), together)) == doctest::Approx(0));
    CHECK_FALSE(modularity({}));
}
