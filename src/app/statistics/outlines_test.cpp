#include "app/statistics/outlines.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

RegionMap::Area square(const char* code, int west, int south) {
    const auto at = [](int x, int y) { return "[" + std::to_string(x) + "," + std::to_string(y) + "]"; };
    return {code, code,
        "[[[" + at(west, south) + "," + at(west + 1, south) + "," + at(west + 1, south + 1) + "," +
            at(west, south + 1) + "," + at(west, south) + "]]]"};
}

}  // namespace

TEST_CASE("outlines are as wide as the map, north is up, and neighbours meet in the same points") {
    const auto drawn = app::outlines_of({square("a", 14, 62), square("b", 15, 62)}, {"a", "b"});

    REQUIRE(drawn.by_code.size() == 2);
    const auto& west = drawn.by_code.at("a");
    const auto& east = drawn.by_code.at("b");
    CHECK(west.x < east.x);
    CHECK(west.path.find("L260 0") != std::string::npos);
    CHECK(east.path.find("M260") == 0);
    CHECK(east.x + east.width / 2 == app::map_width);
}

TEST_CASE("a tall map is no higher than its limit, and as narrow as it is") {
    const auto drawn = app::outlines_of({square("a", 14, 62), square("c", 14, 60)}, {"a", "c"});

    CHECK(drawn.by_code.at("c").y > drawn.by_code.at("a").y);
    CHECK(drawn.height == app::map_height);
    CHECK(drawn.width < app::map_width / 2);
}

TEST_CASE("only the places that are asked for are drawn, and none where no borders are known") {
    CHECK(app::outlines_of({square("a", 14, 62), square("b", 15, 62)}, {"b"}).by_code.size() == 1);
    CHECK(app::outlines_of({square("a", 14, 62)}, {"x"}).by_code.empty());
    CHECK(app::outlines_of({}, {"a"}).height == 0);
    CHECK_THROWS_AS(app::outlines_of({{"a", "a", "no"}}, {"a"}), std::logic_error);
}
