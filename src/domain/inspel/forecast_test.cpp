#include "domain/inspel/forecast.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("what is left takes as many days as the last week's pace says, a begun day a whole one") {
    const Day today{std::chrono::days{20'000}};
    const auto days = [&](std::int64_t left, std::int64_t answered) {
        return day_when_answered(today, left, answered).value() - today;
    };
    CHECK(days(0, 0).count() == 0);
    CHECK(days(7, 7).count() == 7);
    CHECK(days(1, 7).count() == 1);
    CHECK(days(8, 14).count() == 4);
    CHECK(days(9, 14).count() == 5);
    CHECK_FALSE(day_when_answered(today, 1, 0));
    CHECK_FALSE(day_when_answered(today, 10'000, 1));
}
