#include "base/csv/table.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a cell may hold commas, quotation marks and line ends") {
    const auto rows = csv::read("id,text\n1,\"a, \"\"b\"\"\nc\"\n2,d\n");

    REQUIRE(rows);
    CHECK(rows->at(0)["text"] == "a, \"b\"\nc");
    CHECK(rows->at(1)["text"] == "d");
    CHECK(rows->at(1).line() == 3);
}

TEST_CASE("semicolons, a byte order mark and CR LF are read as well") {
    const auto rows = csv::read("\xEF\xBB\xBFid;text\r\n1;a,b\r\n\r\n");

    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front()["id"] == "1");
    CHECK(rows->front()["text"] == "a,b");
    CHECK(rows->front()["absent"].empty());
}

TEST_CASE("every row of the wrong width is named by its line") {
    const auto rows = csv::read("a,b\n1\n2,3\n4,5,6\n");

    REQUIRE_FALSE(rows);
    REQUIRE(rows.error().complaints.size() == 2);
    CHECK(rows.error().complaints[0].holes == Holes{"2", 1, 2});
    CHECK(rows.error().complaints[1].holes == Holes{"4", 3, 2});
}

TEST_CASE("a quotation mark that is never closed is refused") {
    CHECK_FALSE(csv::read("a\n\"b\n"));
}

TEST_CASE("a column that stands twice is refused, since one of its cells would be lost") {
    CHECK_FALSE(csv::read("a,b,a\n1,2,3\n"));
}
