#include "engine/regional/change/shift_share.hpp"

#include "engine/regional/change/periods.hpp"
#include "support/tables.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;
using medskapa::test::table_of;

namespace {

/// The whole grows by half; x doubles, y stands still. The region a has all its 10 in x and keeps 12.
Table before() {
    return table_of({{"a", "x", 10.0}, {"a", "y", 0.0}, {"b", "x", 10.0}, {"b", "y", 20.0}});
}
Table after() {
    return table_of({{"a", "x", 12.0}, {"a", "y", 0.0}, {"b", "x", 28.0}, {"b", "y", 20.0}});
}

}  // namespace

TEST_CASE("a change is parted into the whole's, the industry's and the region's own") {
    const auto cell = shift_share(before(), after(), ShiftForm::dunn)->at(0, 0);

    CHECK(cell.change == 2);
    CHECK(cell.national == doctest::Approx(5));
    CHECK(cell.mix == doctest::Approx(5));
    CHECK(cell.regional == doctest::Approx(-8));
    CHECK(cell.allocation == 0);
}

TEST_CASE("Esteban-Marquillas parts the region's own by what it would have with the whole's composition") {
    const auto cell = shift_share(before(), after(), ShiftForm::esteban_marquillas)->at(0, 0);

    CHECK(cell.national == doctest::Approx(5));
    CHECK(cell.regional == doctest::Approx(5 * (0.2 - 1)));
    CHECK(cell.allocation == doctest::Approx(5 * (0.2 - 1)));
}

TEST_CASE("an industry new to the region is regional and marked") {
    const auto from = table_of({{"a", "x", 10.0}, {"a", "y", 0.0}});
    const auto to = table_of({{"a", "x", 10.0}, {"a", "y", 4.0}, {"b", "z", 6.0}});
    const auto result = shift_share(from, to, ShiftForm::esteban_marquillas).value();

    CHECK(result.at(0, 1).regional == 4);
    CHECK(result.at(0, 1).kind == Shift::Kind::new_industry);
    CHECK(result.at(1, 2).regional == 6);
    CHECK(result.at(0, 0).kind == Shift::Kind::comparable);
}

TEST_CASE("a cell missing at one time is left out of both") {
    const auto from = table_of({{"a", "x", 10.0}, {"a", "y", std::nullopt}});
    const auto to = table_of({{"a", "x", 20.0}, {"a", "y", 100.0}});
    const auto result = shift_share(from, to, ShiftForm::dunn).value();

    CHECK(result.at(0, 1).kind == Shift::Kind::missing);
    CHECK(result.at(0, 1).change == 0);
    CHECK(result.at(0, 0).national == doctest::Approx(10));
    CHECK(result.warnings.size() == 1);
}

TEST_CASE("a row that one period lacks is counted as 0, and that is said") {
    const auto from = table_of({{"a", "x", 10.0}, {"a", "y", 5.0}, {"b", "x", 5.0}, {"b", "y", 2.0}});
    const auto to = table_of({{"a", "x", 12.0}, {"b", "x", 6.0}, {"b", "y", 3.0}});
    const auto result = shift_share(from, to, ShiftForm::dunn).value();

    CHECK(result.at(0, 1).change == -5);
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings.front().place == "no_row");
    const auto wider =
        shift_share(table_of({{"a", "x", 1.0}}), table_of({{"b", "y", 2.0}}), ShiftForm::dunn).value();
    CHECK(wider.warnings.size() == 2);
}

TEST_CASE("nothing can have grown from a total of 0, nor over a single period") {
    const auto empty = table_of({{"a", "x", 0.0}});

    CHECK_FALSE(shift_share(empty, before(), ShiftForm::dunn));
    CHECK_FALSE(dynamic_shift_share({before()}));
}

TEST_CASE("the dynamic form is the sum of its periods, and of the same change") {
    const auto middle = table_of({{"a", "x", 15.0}, {"a", "y", 5.0}, {"b", "x", 15.0}, {"b", "y", 20.0}});
    const auto all = dynamic_shift_share({before(), middle, after()}).value();
    const auto first = shift_share(before(), middle, ShiftForm::dunn)->at(0, 0);
    const auto second = shift_share(middle, after(), ShiftForm::dunn)->at(0, 0);

    CHECK(all.at(0, 0).change == 2);
    CHECK(all.at(0, 0).national == doctest::Approx(first.national + second.national));
    CHECK(all.at(0, 0).regional == doctest::Approx(first.regional + second.regional));
    CHECK(all.at(0, 1).kind == Shift::Kind::new_industry);
}

TEST_CASE("growth factors multiply to the region's growth against the whole's") {
    const auto factors = growth_factors(before(), after(), 0);

    REQUIRE(factors);
    CHECK(factors->mix == doctest::Approx(2 / 1.5));
    CHECK(factors->regional == doctest::Approx(0.6));
    CHECK(factors->net == doctest::Approx(1.2 / 1.5));
    CHECK_FALSE(growth_factors(after(), before(), 0)->net == 1);
}

TEST_CASE("periods share the codes of all, and what one lacks is 0") {
    const auto both = aligned({table_of({{"a", "x", 1.0}}), table_of({{"b", "y", 2.0}})});

    CHECK(both[0].regions == std::vector<std::string>{"a", "b"});
    CHECK(both[1].industries == std::vector<std::string>{"x", "y"});
    CHECK(both[0].at(0, 0) == 1);
    CHECK(both[0].at(1, 1) == 0);
    CHECK(both[1].at(1, 1) == 2);
    CHECK(*growth(both[0], both[1], 0, 0) == -1);
    CHECK_FALSE(growth(both[0], both[1], 1, 1));
}
