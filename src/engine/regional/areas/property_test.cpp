#include "engine/regional/areas/labour_market_areas.hpp"
#include "engine/regional/areas/report.hpp"
#include "engine/regional/areas/self_containment.hpp"
#include "support/random_tables.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace medskapa;
using namespace medskapa::regional;
using test::Chance;
using test::flows_of;

namespace {

constexpr std::uint64_t worlds = 300;
constexpr AreaRule rule{
    .min_size = 50, .min_containment = 0.6, .target_size = 500, .target_containment = 0.75};

std::string written(const Flows& flows, const Division& division) {
    std::ostringstream out;
    write_division(out, flows, division, in_english);
    write_balances(out, flows, balances(flows, division.places));
    return out.str();
}

std::string all_methods(const Flows& flows) {
    return written(flows, local_labour_markets(flows, {}, {})) +
           written(flows, nordic_labour_markets(flows, {}, {})) +
           written(flows, labour_market_areas(flows, rule).value());
}

}  // namespace

TEST_CASE("the order of flows never shows, to the byte, and nothing is NaN") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        Chance chance(seed);
        const auto rows = chance.flows();
        const auto output = all_methods(flows_of(rows));
        CAPTURE(seed);
        CHECK(all_methods(flows_of(chance.shuffled(rows))) == output);
        CHECK(output.find("nan") == std::string::npos);
        CHECK(output.find("inf") == std::string::npos);
    }
}

TEST_CASE("every place leads to a centre that is its own, within the links allowed") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto flows = flows_of(Chance(seed).flows());
        const auto division = local_labour_markets(flows, {}, {});
        CAPTURE(seed);
        for (const auto& place : division.places) {
            REQUIRE(place.area);
            CHECK(division.places[*place.area].area == place.area);
            CHECK(place.links <= 2);
            CHECK_FALSE(in_english(place.reason).empty());
        }
    }
}

TEST_CASE("areas part people without losing any") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto flows = flows_of(Chance(seed).flows());
        const auto division = local_labour_markets(flows, {}, {});
        double residents = 0;
        double jobs = 0;
        for (const auto& area : balances(flows, division.places)) {
            residents += area.residents;
            jobs += area.jobs;
            CHECK(area.own <= area.residents);
            CHECK(area.own <= area.jobs);
        }
        double all = 0;
        for (std::size_t p = 0; p < flows.size(); ++p) all += flows.residents(p);
        CAPTURE(seed);
        CHECK(residents == all);
        CHECK(jobs == all);
    }
}

TEST_CASE("who has no area has no employed, no jobs or no tie to who has") {
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        const auto flows = flows_of(Chance(seed).flows());
        const auto division = labour_market_areas(flows, rule).value();
        CAPTURE(seed);
        for (std::size_t p = 0; p < flows.size(); ++p) {
            if (division.places[p].area || flows.residents(p) <= 0 || flows.jobs(p) <= 0) continue;
            for (const auto& flow : flows.out_of(p)) CHECK_FALSE(division.places[flow.place].area);
        }
    }
}
