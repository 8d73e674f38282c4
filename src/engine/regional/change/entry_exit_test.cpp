#include "engine/regional/change/entry_exit.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;

namespace {

/// One region and twenty industries: the even ones are present before; density grows with the number.
struct Twenty {
    Presence before{1, 20};
    Presence after{1, 20};
    Density densities{20, {}, std::vector<double>(20, 1.0)};
    std::vector<bool> missing = std::vector<bool>(20);

    Twenty() {
        for (std::size_t i = 0; i < 20; ++i) {
            densities.values.push_back(static_cast<double>(i) / 20);
            if (i % 2 == 0) before.put(0, i);
        }
        after.put(0, 0);
        after.put(0, 19);
    }
    EntryExit counted() const { return entry_exit(before, after, densities, missing); }
};

}  // namespace

TEST_CASE("entries and exits are counted in tenths by density") {
    const auto result = Twenty{}.counted();

    REQUIRE(result.entries.size() == 10);
    CHECK(result.entries[9].cells == 1);
    CHECK(*result.entries[9].rate() == 1);
    CHECK(result.entries[9].lowest == doctest::Approx(0.95));
    CHECK(*result.entries[0].rate() == 0);
    CHECK(*result.exits[0].rate() == 0);
    CHECK(*result.exits[1].rate() == 1);
}

TEST_CASE("missing cells and industries without density are left out") {
    Twenty world;
    world.missing[19] = true;
    world.densities.related_to_all[17] = 0;
    std::size_t cells = 0;
    for (const auto& decile : world.counted().entries) cells += decile.cells;

    CHECK(cells == 8);
}

TEST_CASE("cells of equal density stand in the same tenth, and the empty tenths have no rate") {
    Twenty world;
    world.densities.values.assign(20, 0.5);
    const auto result = world.counted();

    CHECK(result.entries[0].cells == 10);
    CHECK(*result.entries[0].rate() == doctest::Approx(0.1));
    CHECK_FALSE(result.entries[1].rate());
}
