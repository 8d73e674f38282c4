#include "engine/regional/relatedness/opportunities.hpp"

#include "support/tables.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;
using medskapa::test::table_of;

namespace {

/// Five regions: the first lacks c, d and e; who has d has a and b too, e is only with c.
Analysis five_regions() {
    return analyse(table_of({{"1", "a", 10.0}, {"1", "b", 10.0}, {"2", "a", 5.0}, {"2", "b", 5.0},
                       {"2", "d", 9.0}, {"3", "c", 20.0}, {"3", "e", 10.0}, {"4", "c", 20.0}, {"4", "a", 7.0},
                       {"5", "b", 8.0}, {"5", "d", 8.0}, {"5", "e", 1.0}}),
        Settings{}, [](auto, auto) {});
}

}  // namespace

TEST_CASE("candidates are what the region has not, best score first") {
    const auto all = five_regions();
    const auto found = opportunities(all, 0, 0.5);

    REQUIRE(found.size() == 3);
    for (std::size_t k = 0; k + 1 < found.size(); ++k) CHECK(found[k].score >= found[k + 1].score);
    for (const auto& one : found) CHECK_FALSE(all.present.has(0, one.industry));
}

TEST_CASE("the weight decides between nearness and complexity") {
    const auto all = five_regions();
    const auto nearest = opportunities(all, 0, 1);
    const auto complex = opportunities(all, 0, 0);

    for (const auto& one : nearest) CHECK(nearest[0].density >= one.density);
    for (const auto& one : complex) CHECK(complex[0].complexity >= one.complexity);
    CHECK(all.table.industries[nearest[0].industry] == "d");
}

TEST_CASE("the quadrant says on which side of the candidates' mean it lies") {
    const auto found = opportunities(five_regions(), 0, 0.5);
    double density = 0;
    double complexity = 0;
    for (const auto& one : found) {
        density += one.density / 3;
        complexity += one.complexity / 3;
    }

    for (const auto& one : found) {
        const bool is_related = one.quadrant == Quadrant::high_road || one.quadrant == Quadrant::slow_road;
        const bool is_complex = one.quadrant == Quadrant::high_road || one.quadrant == Quadrant::casino;
        CHECK(is_related == (one.density >= density));
        CHECK(is_complex == (one.complexity >= complexity));
    }
}

TEST_CASE("a region with everything, or with nothing, has no candidates") {
    const auto all = analyse(table_of({{"1", "a", 1.0}, {"1", "b", 1.0}, {"2", "a", 0.0}, {"2", "b", 0.0}}),
        Settings{}, [](auto, auto) {});

    CHECK(opportunities(all, 0, 0.5).empty());
    CHECK(opportunities(all, 1, 0.5).empty());
}
