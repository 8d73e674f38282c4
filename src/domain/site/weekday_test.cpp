#include "domain/site/weekday.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::string after(std::string_view day) {
    return time::iso(next_weekday(*time::read_day(day)));
}

}  // namespace

TEST_CASE("a time that ends on a weekday ends on that day") {
    CHECK(after("2026-11-24") == "2026-11-24");
    CHECK(after("2021-03-15") == "2021-03-15");
}

TEST_CASE("a time that ends on a Saturday or Sunday ends on the Monday") {
    CHECK(after("2026-11-28") == "2026-11-30");
    CHECK(after("2026-11-29") == "2026-11-30");
}

TEST_CASE("holidays that move with Easter are known") {
    CHECK(after("2026-04-03") == "2026-04-07");  // Good Friday to Easter Monday
    CHECK(after("2026-05-14") == "2026-05-15");  // Ascension Day
    CHECK(after("2019-04-19") == "2019-04-23");
    CHECK(after("2049-04-16") == "2049-04-20");  // the rule's own exception: a week early
}

TEST_CASE("holidays with a date, and the eves that are as holidays, are known") {
    CHECK(after("2026-12-24") == "2026-12-28");
    CHECK(after("2026-12-31") == "2027-01-04");
    CHECK(after("2026-01-06") == "2026-01-07");
    CHECK(after("2026-05-01") == "2026-05-04");
    CHECK(after("2024-06-06") == "2024-06-07");
    CHECK(after("2026-06-19") == "2026-06-22");  // Midsummer Eve
    CHECK(after("2021-06-25") == "2021-06-28");
    CHECK(after("2026-06-26") == "2026-06-26");
}
