#include "engine/regional/read/borders.hpp"

#include "engine/regional/table.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;
using namespace medskapa::regional::read;

namespace {

std::string map_of(
    const std::string& geometry, const std::string& properties = R"({"code":"2380","name":"Östersund"})") {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" + properties +
           R"(,"geometry":)" + geometry + "}]}";
}

const std::string ring = "[[14,63],[15,63],[15,64],[14,63]]";

std::string complaint(const std::string& file) {
    const auto areas = read_borders(file);
    return areas ? "" : in_english(areas.error().complaints.front());
}

}  // namespace

TEST_CASE("areas have a code, a name and rings, from a polygon or several") {
    const auto one = read_borders(map_of(R"({"type":"Polygon","coordinates":[)" + ring + "]}"));
    const auto two =
        read_borders(map_of(R"({"type":"MultiPolygon","coordinates":[[)" + ring + "],[" + ring + "]]}"));

    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->front().code == "2380");
    CHECK(one->front().name == "Östersund");
    CHECK(one->front().polygons.size() == 1);
    CHECK(two->front().polygons.size() == 2);
    const auto box = box_around(one->front());
    CHECK(box.south_west.longitude == 14);
    CHECK(box.north_east.latitude == 64);
}

TEST_CASE("open or short rings, places not on Earth, lines and areas without code are refused by name") {
    const auto polygon = [](const std::string& coordinates) {
        return map_of(R"({"type":"Polygon","coordinates":)" + coordinates + "}");
    };

    CHECK(complaint(polygon("[[[14,63],[15,63],[15,64],[14,62]]]"))
              .starts_with("\"features[0].geometry.coordinates[0][0]\""));
    CHECK(complaint(polygon("[[[14,63],[15,63],[14,63]]]")).find("closed ring") != std::string::npos);
    CHECK(complaint(polygon("[[[500000,7000000],[15,63],[15,64],[500000,7000000]]]")).find("closed ring") !=
          std::string::npos);
    CHECK(complaint(map_of(R"({"type":"Point","coordinates":[14,63]})"))
              .starts_with("\"features[0].geometry\""));
    CHECK(complaint(map_of("null")).starts_with("\"features[0].geometry\""));
    CHECK(complaint(map_of(R"({"type":"Polygon","coordinates":[)" + ring + "]}", "{}"))
              .starts_with("\"features[0].properties.code\""));
    CHECK(complaint("{}").starts_with("\"features\""));
}

TEST_CASE("a code that stands twice is refused") {
    const auto feature =
        R"({"properties":{"code":"1"},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}";

    CHECK(complaint(R"({"features":[)" + feature + "," + feature + "]}")
              .starts_with("\"features[1].properties.code\""));
}

TEST_CASE("a code that is a number is refused as such, for its zeros") {
    const std::string polygon = R"({"type":"Polygon","coordinates":[)" + ring + "]}";

    CHECK(complaint(map_of(polygon, R"({"code":2380})")).find("is a number") != std::string::npos);
    CHECK(complaint(map_of(polygon, R"({"id":180})")).find("is a number") != std::string::npos);
    CHECK(complaint(map_of(polygon, R"({"name":"Åre"})")).find("is missing") != std::string::npos);
}
