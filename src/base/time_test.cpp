#include "base/time.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Clock stockholm{"Europe/Stockholm"};

Instant at(const char* local) {
    return stockholm.instant(*time::read_local(local));
}

}  // namespace

TEST_CASE("the region's clock knows winter and summer time") {
    CHECK(time::iso(at("2019-11-15T08:15")) == "2019-11-15T07:15:00Z");
    CHECK(time::iso(at("2020-08-18T10:00")) == "2020-08-18T08:00:00Z");
    CHECK(time::iso(stockholm.local(at("2020-08-18T10:00"))) == "2020-08-18T10:00");
}

TEST_CASE("on the day when summer time begins an hour is missing, and is read as the next") {
    CHECK(time::iso(at("2027-03-28T01:59")) == "2027-03-28T00:59:00Z");
    CHECK(time::iso(at("2027-03-28T02:30")) == "2027-03-28T01:30:00Z");
    CHECK(at("2027-03-29T00:00") - at("2027-03-28T00:00") == std::chrono::hours{23});
}

TEST_CASE("on the day when summer time ends the doubled hour is read as the first") {
    CHECK(time::iso(at("2027-10-31T02:30")) == "2027-10-31T00:30:00Z");
    CHECK(at("2027-11-01T00:00") - at("2027-10-31T00:00") == std::chrono::hours{25});
}

TEST_CASE("a day that is not in the calendar is not read") {
    CHECK(time::read_day("2020-02-29"));
    CHECK_FALSE(time::read_day("2021-02-29"));
    CHECK_FALSE(time::read_day("2021-13-01"));
    CHECK_FALSE(time::read_day("21-1-1"));
    CHECK_FALSE(time::read_day("2021-01-0x"));
    CHECK_FALSE(time::read_local("2021-01-01T24:00"));
    CHECK_FALSE(time::read_local("2021-01-01T10"));
}
