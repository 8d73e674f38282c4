#include "engine/regional/projection/age_groups.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;

TEST_CASE(
    "shown people are whole and add up to the rounded total; of equal remainders the lower age gets it") {
    CHECK(whole_people(std::vector<double>{0.5, 0.5, 0.5, 0.5}) == std::vector<std::int64_t>{1, 1, 0, 0});
    CHECK(whole_people(std::vector<double>{1.2, 2.3, 3.4}) == std::vector<std::int64_t>{1, 2, 4});
    CHECK(whole_people(std::vector<double>{0, 7, 0}) == std::vector<std::int64_t>{0, 7, 0});
}

TEST_CASE("ages are grouped by five years and by what a municipality plans for, the last open") {
    const auto names = [](const std::vector<AgeGroup>& groups) {
        std::vector<std::string> all;
        for (const auto& group : groups) all.push_back(group.name());
        return all;
    };
    CHECK(names(five_year_groups(12)) == std::vector<std::string>{"0-4", "5-9", "10+"});
    CHECK(names(five_year_groups(101)).back() == "100+");
    CHECK(names(service_groups(101)) ==
          std::vector<std::string>{"0-5", "6-15", "16-19", "20-64", "65-79", "80+"});
    CHECK(names(service_groups(10)) == std::vector<std::string>{"0-5", "6+"});
    CHECK(sum_of(std::vector<double>{1, 2, 3, 4, 5, 6}, {5}) == 6);
}

TEST_CASE("single ages are shown from 500 people and five of each age, else the group alone") {
    const std::vector<double> ages{5, 5, 5, 5, 5, 4.999};
    CHECK(may_show_ages(500, ages, {0, 4}));
    CHECK_FALSE(may_show_ages(499.9, ages, {0, 4}));
    CHECK_FALSE(may_show_ages(500, ages, {5}));
}
