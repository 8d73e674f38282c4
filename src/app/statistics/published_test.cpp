#include "app/statistics/published.hpp"

#include "engine/regional/read/format.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE(
    "a statistic becomes a dataset with each cell in its place, and its own title unless another is given") {
    const auto statistic =
        regional::read::read_statistic("region,year,value\n0114,2023,1.5\n2305,2024,..\n").value();

    const auto dataset = app::dataset_of(statistic, {"", "SCB", "CC0", "d"});
    CHECK(dataset.title.empty());
    CHECK(app::dataset_of(statistic, {"Jobs", "SCB", "CC0", "d"}).title == "Jobs");
    REQUIRE(dataset.dimensions.size() == 2);
    CHECK(dataset.dimensions[0].members[1].code == "2305");
    CHECK(dataset.source == "SCB");
    CHECK(app::cells_of(statistic) == std::vector<Dataset::Cell>{{0, 1.5, ""}, {3, std::nullopt, ".."}});
}

TEST_CASE("a column that only names the codes of another becomes their names, and one that does not stays") {
    const auto read = [](const char* csv) { return regional::read::read_statistic(csv).value(); };
    const auto named = read("region,region_name,value\n0114,Väsby,7\n2305,Bräcke,8\n");
    const auto dataset = app::dataset_of(named, {"", "SCB", "CC0", "d"});
    REQUIRE(dataset.dimensions.size() == 1);
    CHECK(dataset.dimensions[0].members[1].label == "Bräcke");
    CHECK(app::cells_of(named) == std::vector<Dataset::Cell>{{0, 7.0, ""}, {1, 8.0, ""}});

    const auto twice = read("region,region_name,value\n0114,Väsby,7\n0114,Bräcke,8\n");
    CHECK(app::dataset_of(twice, {"", "SCB", "CC0", "d"}).dimensions.size() == 2);
}

TEST_CASE("borders become the coordinates of a multipolygon") {
    const auto borders = regional::read::read_borders(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"2305","name":"Bräcke"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[15.5,62],[16,62],[16,63],[15.5,62]]]}}]})");
    REQUIRE(borders);

    const auto areas = app::areas_of(*borders);

    REQUIRE(areas.size() == 1);
    CHECK(areas[0].code == "2305");
    CHECK(areas[0].polygons == "[[[[15.5,62.0],[16.0,62.0],[16.0,63.0],[15.5,62.0]]]]");
}
