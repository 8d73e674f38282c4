#include "cli/progress.hpp"

#include <doctest/doctest.h>

using namespace medskapa::cli;
using namespace std::chrono_literals;

namespace {

constexpr ProgressText::Clock::time_point start{};

}  // namespace

TEST_CASE("a terminal gets a bar that is drawn anew each time and taken away at the end") {
    ProgressText text{true, start};

    CHECK(text.taken_away().empty());
    CHECK(text.shown("Reading", 0, start) == "\r\x1B[K[..............................] Reading");
    CHECK(text.shown("Reading", 0.5, start) == "\r\x1B[K[###############...............] Reading");
    CHECK(text.shown("Reading", 1, start) == "\r\x1B[K[##############################] Reading");
    CHECK(text.taken_away() == "\r\x1B[K");
}

TEST_CASE("a bar is never drawn beyond its ends") {
    ProgressText text{true, start};

    CHECK(text.shown("Reading", 1.5, start) == text.shown("Reading", 1, start));
    CHECK(text.shown("Reading", -1, start) == text.shown("Reading", 0, start));
}

TEST_CASE("a log gets a line when five seconds have gone, and none before") {
    ProgressText text{false, start};

    CHECK(text.shown("Reading", 0.1, start).empty());
    CHECK(text.shown("Reading", 0.2, start + 4999ms).empty());
    CHECK(text.shown("Reading", 0.3, start + 5s) == " 30 % Reading\n");
    CHECK(text.shown("Counting", 0.4, start + 9999ms).empty());
    CHECK(text.shown("Counting", 1, start + 10s) == "100 % Counting\n");
    CHECK(text.taken_away().empty());
}
