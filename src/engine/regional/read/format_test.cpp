#include "engine/regional/read/format.hpp"

#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/flows.hpp"
#include "support/shared_regional.hpp"
#include "support/statistics.hpp"

#include <doctest/doctest.h>
#include <charconv>

using namespace medskapa;
using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

TEST_CASE("a format is known by how a file begins") {
    CHECK(format_of("CHARSET=\"ANSI\";") == Format::px);
    CHECK(format_of("STUB[sv]=\"a\";") == Format::px);
    CHECK(format_of("\xEF\xBB\xBF {\"dimension\" : {}, \"size\":[]}") == Format::json_stat);
    CHECK(format_of("{\"columns\":[],\"data\":[]}") == Format::pxweb_json);
    CHECK(format_of("{\"values\":[]}") == Format::kolada);
    CHECK(format_of("{\"type\":\"FeatureCollection\",\"features\":[]}") == Format::borders);
    CHECK(format_of("{\"apiVersion\":\"2\"}") == Format::unknown_json);
    CHECK(format_of("\x1F\x8B\x08") == Format::compressed);
    CHECK(format_of("region,value\n") == Format::table);
    CHECK(format_of("") == Format::table);
}

TEST_CASE("rows about the same thing are kept and warned of") {
    const auto statistic = read_statistic("region,value\nA,1\nB,2\nA,3\n");

    REQUIRE(statistic);
    CHECK(statistic->rows() == 3);
    CHECK(statistic->repeated_rows() == 1);
    CHECK(statistic->warnings.size() == 1);
}

TEST_CASE("what is no statistic is refused with what to do") {
    CHECK(
        table_or_error(read_statistic("{\"features\":[],\"type\":\"x\"}")).find("map") != std::string::npos);
    CHECK(table_or_error(read_statistic(std::string_view{"PK\x03\x04", 4}))
              .starts_with("The file is compressed."));
    CHECK(table_or_error(read_statistic("{}")).find("JSON-stat") != std::string::npos);
}

TEST_CASE("flows come from long rows in either order and from a square table") {
    for (const char* file : {"from,to,commuters\na,a,5\na,b,2\nb,b,1\n",
             "to,from,commuters\na,a,5\nb,a,2\nb,b,1\n", "bostad,a,b\na,5,2\nb,,1\n"}) {
        const auto flows = read_flows(file);
        REQUIRE(flows);
        CHECK(flows->residents(0) == 7);
        CHECK(flows->jobs(1) == 3);
    }
    CHECK_FALSE(read_flows("from,to,commuters\n"));
    CHECK_FALSE(read_flows("from,to,year,commuters\na,b,2023,1\nb,a,2024,1\n"));
    CHECK(read_flows("from,to,year,commuters\na,b,2024,1\nb,a,2024,1\n"));
}

TEST_CASE(
    "places whose codes are digits are told from numbers by the columns' names, or the file is refused") {
    const std::string rows = "091001,091001,500\n091001,091002,20\n091002,091001,7\n";

    const auto flows = read_flows("bor,arbetar,employees\n" + rows);
    REQUIRE(flows);
    CHECK(flows->residents(0) == 520);
    CHECK(in_english(read_flows("a,b,c\n" + rows).error().complaints.front())
              .starts_with("Line 1: the columns b, c hold numbers, but their names do not say"));
    CHECK(read_flows("a,b,c\n" + rows, {{}, {}, {"c"}})->residents(0) == 520);
}

TEST_CASE("employed come by place, and a place that stands twice or below 0 is refused") {
    const auto employed = read_employed("kommun,antal\n2305,10\n2380,20\n");

    REQUIRE(employed);
    CHECK(employed->at("2380") == 20);
    CHECK_FALSE(read_employed("kommun,antal\n2305,10\n2305,20\n"));
    CHECK_FALSE(read_employed("kommun,antal\n2305,-10\n2380,20\n"));
}
