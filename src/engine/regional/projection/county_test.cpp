#include "engine/regional/projection/projection.hpp"
#include "support/small_country.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <random>

using namespace medskapa;
using namespace medskapa::regional;

using namespace example;

TEST_CASE("held to its own sum a county changes nothing, and held to others it has exactly those") {
    const auto country = random_country(5);
    const auto own = own_figures(country, 10);
    const auto more = own_figures(country, 10, 1.2);

    const auto free = projected(country, 10);
    const auto held = projected(country, 10, {}, &own);
    CHECK(largest_gap(free.last, held.last) < 1e-8);
    CHECK(std::abs(held.events[9][3].adjusted) < 1e-8);
    CHECK(held.warnings.empty());

    const auto raised = projected(country, 10, {}, &more);
    CHECK(raised.last.total() == doctest::Approx(1.2 * free.last.total()).epsilon(1e-9));
    REQUIRE(raised.warnings.size() == 1);
    CHECK(raised.warnings[0].place.part == "county");
}

TEST_CASE("where nobody has an age the county's figure is shared by people of that sex, else equally") {
    Population people({"a", "b"}, 3);
    fill(people.of(0, Sex::women), {30, 0, 0});
    fill(people.of(1, Sex::women), {10, 0, 0});
    CountyFigures figures(3);
    REQUIRE_FALSE(figures.add(1, Sex::women, {80, 8, 0}));
    REQUIRE_FALSE(figures.add(1, Sex::men, {6, 0, 0}));

    const auto added = figures.scale(people, 1);

    CHECK(people.of(0, Sex::women)[0] == 60);
    CHECK(people.of(0, Sex::women)[1] == 6);
    CHECK(people.of(1, Sex::women)[1] == 2);
    CHECK(people.of(0, Sex::men)[0] == 3);
    CHECK(people.of(1, Sex::men)[0] == 3);
    CHECK(added == std::vector<double>{39, 15});
    CHECK(figures.scale(people, 2) == std::vector<double>{0, 0});
}

TEST_CASE("a county's figures are refused when they are negative, of one sex, twice or of other ages") {
    CountyFigures figures(2);
    CHECK(figures.add(1, Sex::women, {1, 2, 3}));
    CHECK(figures.add(1, Sex::women, {1, -1}));
    CHECK(figures.add(1, Sex::women, {1, INFINITY}));
    CHECK_FALSE(figures.add(1, Sex::women, {1, 0}));
    CHECK(figures.add(1, Sex::women, {1, 0}));
    CHECK(figures.fault());
    CHECK_FALSE(figures.add(1, Sex::men, {1, 0}));
    CHECK_FALSE(figures.fault());
}
