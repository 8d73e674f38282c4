#include "engine/regional/neighbours/neighbours.hpp"

#include "engine/regional/quantile.hpp"
#include "engine/regional/read/wide/region_variables.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;
using namespace medskapa::regional;
using test::equals_gold;

namespace {

RegionVariables random_variables(unsigned seed, std::size_t regions, std::size_t variables) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<> value(0, 100);
    RegionVariables all;
    for (std::size_t v = 0; v < variables; ++v) {
        all.variables.push_back("v" + std::to_string(v));
        all.blocks.push_back(std::to_string(v % 3));
    }
    for (std::size_t r = 0; r < regions; ++r) {
        all.regions.push_back(std::string(1, static_cast<char>('a' + r)));
        for (std::size_t v = 0; v < variables; ++v) all.values.emplace_back(value(random));
    }
    return all;
}

RegionVariables read_all(const std::string& text) {
    return read::read_region_variables(text).value();
}

}  // namespace

TEST_CASE("distances and nearest regions equal the reference") {
    const auto folder = test::shared_gold2("related", "structurally similar regions");
    if (!folder) return;
    const auto gold = test::json_at(*folder / "related.json")["neighbours"];
    const auto variables = read_all(test::contents(*folder / "variables.csv"));
    const auto ours = structural_neighbours(variables, gold["k"].get<std::size_t>());
    const auto n = variables.regions.size();

    REQUIRE(gold["distance"].size() == n);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < n; ++b)
            CHECK(equals_gold(ours.distance[a * n + b], gold["distance"][a][b]));
        REQUIRE(ours.nearest[a].size() == gold["nearest"][a].size());
        for (std::size_t at = 0; at < ours.nearest[a].size(); ++at) {
            CHECK(variables.regions[ours.nearest[a][at].region] ==
                  gold["nearest"][a][at][0].get<std::string>());
            CHECK(equals_gold(ours.nearest[a][at].distance, gold["nearest"][a][at][1]));
        }
    }
    CHECK(ours.not_compared == std::vector<std::size_t>{9});
    CHECK(ours.scale.dropped == std::vector<std::size_t>{1});
}

TEST_CASE("a variable repeated ten times in its block leaves distances as they were") {
    const auto once = random_variables(1, 8, 6);
    auto often = once;
    often.values.clear();
    for (std::size_t r = 0; r < 8; ++r) {
        for (std::size_t v = 0; v < 6; ++v) {
            for (int copy = 0; copy < (v % 3 == 2 ? 10 : 1); ++copy) often.values.push_back(once.at(r, v));
        }
    }
    often.variables.clear();
    often.blocks.clear();
    for (std::size_t v = 0; v < 6; ++v) {
        for (int copy = 0; copy < (v % 3 == 2 ? 10 : 1); ++copy) {
            often.variables.push_back(once.variables[v] + std::to_string(copy));
            often.blocks.push_back(once.blocks[v]);
        }
    }

    const auto before = structural_neighbours(once, 3);
    const auto after = structural_neighbours(often, 3);

    for (std::size_t at = 0; at < 64; ++at) {
        if (before.distance[at])
            CHECK(*after.distance[at] == doctest::Approx(*before.distance[at]).epsilon(1e-9));
    }
}

TEST_CASE("two equal regions are each other's nearest, at no distance, and distance is symmetric") {
    auto variables = random_variables(2, 7, 5);
    for (std::size_t v = 0; v < 5; ++v) variables.values[3 * 5 + v] = variables.at(6, v);

    const auto ours = structural_neighbours(variables, 2);

    CHECK(ours.nearest[3][0].region == 6);
    CHECK(ours.nearest[6][0].region == 3);
    CHECK(ours.nearest[3][0].distance == 0);
    for (std::size_t a = 0; a < 7; ++a) {
        for (std::size_t b = 0; b < 7; ++b) CHECK(ours.distance[a * 7 + b] == ours.distance[b * 7 + a]);
    }
}

TEST_CASE("of equally near regions the lower code comes first") {
    const auto variables = read_all("region,x\nd,1\nc,3\nb,1\na,2\n");
    const auto ours = structural_neighbours(variables, 2);

    CHECK(ours.nearest[0][0].region == 1);
    CHECK(ours.nearest[0][1].region == 2);
}

TEST_CASE("two thirds of the weight in common is enough to compare, less is not") {
    const auto variables = read_all(
        "region,a_block0,b_block1,c_block2\n"
        "p,1,2,3\nq,2,3,\nr,4,,\ns,5,6,8\n");
    const auto ours = structural_neighbours(variables, 3);

    CHECK(ours.distance[1]);
    CHECK_FALSE(ours.distance[2]);
    CHECK(ours.not_compared == std::vector<std::size_t>{2});
    CHECK(in_english(ours.warnings.at(0)) == "Regions not compared, since data are missing: r.");
}

TEST_CASE("a variable that one region has, or that is the same everywhere, is left out and named") {
    const auto variables = read_all("region,x,same,alone\na,1,7,3\nb,2,7,\nc,4,7.0000000000001,\n");
    const auto ours = structural_neighbours(variables, 3);

    CHECK(ours.scale.kept == std::vector<std::size_t>{0});
    CHECK(in_english(ours.warnings.at(0)).ends_with(": same, alone."));
    const auto nothing = structural_neighbours(read_all("region,x\na,1\nb,1\n"), 3);
    CHECK(nothing.nearest[0].empty());
    CHECK(nothing.not_compared.size() == 2);
}

TEST_CASE("what parts two regions least and most is named by its part of the distance") {
    const auto variables = read_all("region,w,x,y,z\na,0,0,0,0\nb,0,1,5,9\nc,9,9,9,10\n");
    const auto scale = standardised(variables);

    CHECK(most_telling(scale, 0, 1, Parting::least) == std::vector<std::size_t>{0, 1, 2});
    CHECK(most_telling(scale, 0, 1, Parting::most) == std::vector<std::size_t>{3, 2, 1});
    const auto parts = parts_of_distance(scale, 0, 1);
    double sum = 0;
    for (const auto& part : parts) sum += *part;
    CHECK(std::sqrt(sum / scale.weight) == doctest::Approx(*structural_neighbours(variables, 1).distance[1]));
}

TEST_CASE("a benchmark has quartiles from five neighbours with a value, and a rank from the highest") {
    const auto variables =
        read_all("region,near,value\na,0,30\nb,1,10\nc,2,20\nd,3,30\ne,4,40\nf,5,50\ng,100,9\n");
    const auto five = benchmark(variables, structural_neighbours(variables, 5), 0, 1);
    const auto four = benchmark(variables, structural_neighbours(variables, 4), 0, 1);

    CHECK(five.of == 6);
    CHECK(*five.median == 30);
    CHECK(*five.low_quartile == 20);
    CHECK(*five.high_quartile == 40);
    CHECK(*five.rank == 3);
    CHECK(four.median);
    CHECK_FALSE(four.low_quartile);
}

TEST_CASE("a quantile lies between the numbers around it") {
    CHECK(*quantile({4, 1, 3, 2}, 0.5) == 2.5);
    CHECK(*quantile({4, 1, 3, 2}, 1) == 4);
    CHECK(*quantile({7}, 0.8) == 7);
    CHECK_FALSE(quantile({}, 0.5));
}
