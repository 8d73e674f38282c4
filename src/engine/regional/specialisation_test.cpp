#include "engine/regional/specialisation.hpp"

#include "engine/regional/relatedness/presence.hpp"

#include <doctest/doctest.h>
#include <cmath>

using namespace medskapa::regional;

namespace {

Table built(const std::vector<std::tuple<const char*, const char*, std::optional<double>>>& rows) {
    TableBuilder builder;
    for (const auto& [region, industry, value] : rows) builder.add(region, industry, value);
    return builder.finish().value();
}

Table two_by_two() {
    return built({{"a", "x", 30.0}, {"a", "y", 10.0}, {"b", "x", 20.0}, {"b", "y", 40.0}});
}

}  // namespace

TEST_CASE("a quotient compares a region's share with the whole's") {
    const auto table = two_by_two();
    const auto cell = specialisation(table, totals(table), 0, 0);

    REQUIRE(cell);
    CHECK(cell->quotient == doctest::Approx(1.5));
    CHECK(cell->symmetric == doctest::Approx(0.2));
    CHECK(cell->normalised == doctest::Approx(0.3 - 0.4 * 0.5));
}

TEST_CASE("the interval follows from four sums, and is uncertain when it holds 1") {
    const auto table = two_by_two();
    const auto sums = totals(table);
    const double factor = std::exp(1.96 * std::sqrt(1.0 / 30 - 1.0 / 40 + 1.0 / 50 - 1.0 / 100));

    const auto many = specialisation(table, sums, 0, 0);
    CHECK(*many->low == doctest::Approx(1.5 / factor));
    CHECK(*many->high == doctest::Approx(1.5 * factor));
    CHECK_FALSE(many->is_uncertain);
    CHECK(specialisation(table, sums, 1, 0)->is_uncertain);
}

TEST_CASE("fewer than ten jobs are always uncertain") {
    const auto nine = built({{"a", "x", 9.0}, {"a", "y", 1.0}, {"b", "x", 1.0}, {"b", "y", 9999.0}});
    const auto ten = built({{"a", "x", 10.0}, {"a", "y", 1.0}, {"b", "x", 1.0}, {"b", "y", 9999.0}});

    CHECK(specialisation(nine, totals(nine), 0, 0)->is_uncertain);
    CHECK_FALSE(specialisation(ten, totals(ten), 0, 0)->is_uncertain);
}

TEST_CASE("there is no quotient for what is missing nor for an empty region") {
    const auto table = built({{"a", "x", 1.0}, {"a", "y", std::nullopt}, {"b", "x", 0.0}, {"b", "y", 0.0}});
    const auto sums = totals(table);

    CHECK_FALSE(specialisation(table, sums, 0, 1));
    CHECK_FALSE(specialisation(table, sums, 1, 0));
    CHECK_FALSE(profile(table, sums, 1, {}).krugman);
}

TEST_CASE("a profile of a region agrees with sums done by hand") {
    const auto table = two_by_two();
    const auto shape = profile(table, totals(table), 0, {});

    CHECK(*shape.krugman == doctest::Approx(0.5));
    CHECK(*shape.hachman == doctest::Approx(0.8));
    CHECK(*shape.concentration == doctest::Approx(0.625));
    CHECK_FALSE(shape.related_variety);
    CHECK(*krugman_between(table, totals(table), 0, 1) == doctest::Approx(2 * (0.75 - 1.0 / 3)));
}

TEST_CASE("variety within and between groups sum to the entropy") {
    const auto table = built({{"a", "10", 2.0}, {"a", "20", 1.0}, {"a", "21", 1.0}});
    const auto shape = profile(table, totals(table), 0, {{"10", "1"}, {"20", "2"}, {"21", "2"}});

    CHECK(*shape.entropy == doctest::Approx(1.5));
    CHECK(*shape.unrelated_variety == doctest::Approx(1.0));
    CHECK(*shape.related_variety == doctest::Approx(0.5));
}

TEST_CASE("the locational Gini is the area under the curve") {
    const auto table = two_by_two();
    CHECK(*locational_gini(table, totals(table), 0) == doctest::Approx(0.1));
}

TEST_CASE("an exact quotient of the threshold is present") {
    const auto table = built({{"a", "x", 1.0}, {"a", "y", 1.0}, {"b", "x", 2.0}, {"b", "y", 2.0}});

    CHECK(presence(table, totals(table), 1).has(0, 0));
    CHECK_FALSE(presence(table, totals(table), 1.0000001).has(0, 0));
}

TEST_CASE("scaling every amount leaves every quotient") {
    const auto table = two_by_two();
    auto scaled = table;
    for (auto& value : scaled.values) value *= 7;

    for (std::size_t k = 0; k < 4; ++k) {
        CHECK(specialisation(table, totals(table), k / 2, k % 2)->quotient ==
              doctest::Approx(specialisation(scaled, totals(scaled), k / 2, k % 2)->quotient).epsilon(1e-14));
    }
}
