#include "domain/priority/weighing.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Day first_day = *time::read_day("2026-05-14");

Weighing weighing_of(const std::string& items) {
    Weighing weighing;
    weighing.title = Localized{"Vad väger mest?"};
    weighing.items = items;
    weighing.opens = first_day;
    weighing.closes = first_day + std::chrono::days{1};
    return weighing;
}

bool fits(const Weighing& weighing) {
    return checked(weighing, {1, 2, 3, 4, 5}, first_day).has_value();
}

bool fits_points(const std::string& points) {
    WeighingAnswer answer;
    answer.points = points;
    return checked(answer, 4).has_value();
}

}  // namespace

TEST_CASE("at least four priorities that are there are weighed, on days to come") {
    CHECK(fits(weighing_of("1 2 3 4")));
    CHECK_FALSE(fits(weighing_of("1 2 3 3")));
    CHECK_FALSE(fits(weighing_of("1 2 3 6")));
    auto weighing = weighing_of("1 2 3 4");
    weighing.closes = weighing.opens;
    CHECK_FALSE(fits(weighing));
    weighing = weighing_of("1 2 3 4");
    weighing.opens = first_day - std::chrono::days{1};
    CHECK_FALSE(fits(weighing));
}

TEST_CASE("it is open from its first day to its last, and over the day after") {
    const auto weighing = weighing_of("1 2 3 4");
    CHECK_FALSE(weighing.is_open(first_day - std::chrono::days{1}));
    CHECK(weighing.is_open(first_day));
    CHECK(weighing.is_open(weighing.closes));
    CHECK_FALSE(weighing.is_over(weighing.closes));
    CHECK(weighing.is_over(weighing.closes + std::chrono::days{1}));
}

TEST_CASE("points are whole numbers, one for each, that make a hundred") {
    CHECK(fits_points("100 0 0 0"));
    CHECK(fits_points("25 25 25 25"));
    for (const auto* points : {"", "99 0 0 0", "101 0 0 0", "50 50 0", "50 50 0 0 0", "150 -50 0 0",
             "33.5 66.5 0 0", "a 100 0 0", "100  0 0 0", "9223372036854775807 9223372036854775807 2 0"}) {
        CAPTURE(points);
        CHECK_FALSE(fits_points(points));
    }
}

TEST_CASE("the best of four is not the worst, and both were shown") {
    const auto fits_choice = [](const BestOfFour& choice) {
        WeighingAnswer answer;
        answer.choices = text_of({choice});
        return checked(answer, 5).has_value();
    };
    CHECK(fits_choice({{0, 1, 2, 4}, 4, 0}));
    CHECK_FALSE(fits_choice({{0, 1, 2, 4}, 1, 1}));
    CHECK_FALSE(fits_choice({{0, 1, 2, 4}, 3, 1}));
    CHECK_FALSE(fits_choice({{0, 1, 2, 2}, 0, 1}));
    CHECK_FALSE(fits_choice({{0, 1, 2, 5}, 0, 1}));
}

TEST_CASE("choices are read as they were written") {
    const std::vector<BestOfFour> choices{{{0, 1, 2, 3}, 1, 2}, {{4, 1, 0, 3}, 4, 3}};
    WeighingAnswer answer;
    answer.choices = text_of(choices);
    CHECK(answer.bests() == choices);
    answer.choices = "0 1 2";
    CHECK_THROWS_AS(answer.bests(), std::logic_error);
}
