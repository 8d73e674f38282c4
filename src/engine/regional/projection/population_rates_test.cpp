#include "engine/regional/projection/population_rates.hpp"

#include <doctest/doctest.h>
#include <cmath>

using namespace medskapa;
using namespace medskapa::regional;

TEST_CASE("a rate outside its range, or none, is named with line, age, sex and municipality") {
    const auto said = [](RateRow row) {
        RatesBuilder rates;
        const auto fault = rates.add(std::move(row));
        return fault ? in_english(*fault) : std::string{"accepted"};
    };
    CHECK(said({"Berg", Rate::death_risk, Sex::men, 0.1, {0, 1.01}, 7}) ==
          "Line 7, column 1: death risk of men of this age in Berg is 1.01. Give a share from 0 to 1.");
    CHECK(said({"Berg", Rate::moving_out, Sex::women, -0.1, {0, 0}, 8}).starts_with("Line 8, column born:"));
    CHECK(said({"Berg", Rate::death_risk, Sex::men, 0.1, {0, std::nullopt}, 7}).find("is missing") !=
          std::string::npos);
    CHECK(
        said({"Berg", Rate::fertility, Sex::women, {}, {0.1, 0}, 7}).find("0 at age 0") != std::string::npos);
    CHECK(said({"Berg", Rate::fertility, Sex::women, {}, {0, -0.1}, 7}) != "accepted");
    CHECK(said({"Berg", Rate::fertility, Sex::women, {}, {0, 1.5}, 7}) == "accepted");
    CHECK(said({"Berg", Rate::death_risk, Sex::men, 0, {0, 1}, 7}) == "accepted");
    CHECK(said({"Berg", Rate::moving_in, Sex::men, INFINITY, {0, 1}, 7}) != "accepted");
}

TEST_CASE("rates are a municipality's own before everybody's, and each must be there") {
    RatesBuilder rates;
    const Population people({"a", "b"}, 2);
    const auto add = [&](const char* municipality, Rate rate, Sex sex, double value) {
        REQUIRE_FALSE(rates.add({municipality, rate, sex, value, {0, value}}));
    };
    for (const auto sex : both_sexes) {
        add("(all)", Rate::death_risk, sex, 0.5);
        add("(all)", Rate::moving_out, sex, 0.25);
        add("(all)", Rate::moving_in, sex, 3);
    }
    add("b", Rate::death_risk, Sex::men, 0.125);
    CHECK(in_english(rates.finish(people).error().complaints[0]) ==
          "No row gives fertility of women in a. Add it: what is missing is never counted as 0.");
    add("(all)", Rate::fertility, Sex::women, 0.75);

    const auto all = rates.finish(people).value();

    CHECK(all[0].men.dies[1] == 0.5);
    CHECK(all[1].men.dies[1] == 0.125);
    CHECK(all[1].men.move_in == std::vector<double>{3, 3});
    CHECK(rates.add({"b", Rate::death_risk, Sex::men, 0.1, {0, 0}}));
    CHECK_FALSE(rates.finish(Population({"a"}, 3)));
}

TEST_CASE("fewer may move in than 0 only where nobody is said to move out") {
    const auto finished = [](double leaves, Rate in) {
        RatesBuilder rates;
        for (const auto sex : both_sexes) {
            REQUIRE_FALSE(rates.add({"a", Rate::death_risk, sex, 0, {0, 0}}));
            REQUIRE_FALSE(rates.add({"a", in, sex, 0, {0, -4}}));
            if (leaves >= 0) REQUIRE_FALSE(rates.add({"a", Rate::moving_out, sex, leaves, {0, 0}}));
        }
        REQUIRE_FALSE(rates.add({"a", Rate::fertility, Sex::women, {}, {0, 0}}));
        return rates.finish(Population({"a"}, 2));
    };
    CHECK(finished(0, Rate::moving_in));
    CHECK_FALSE(finished(0.01, Rate::moving_in));
    CHECK(finished(-1, Rate::net_moving).value()[0].women.move_in[1] == -4);
    CHECK_FALSE(finished(-1, Rate::moving_in));
}
