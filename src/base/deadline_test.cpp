#include "base/deadline.hpp"

#include <doctest/doctest.h>
#include <thread>

using namespace medskapa;
using namespace std::chrono_literals;

TEST_CASE("a deadline is of its own thread, and an inner one never lasts longer") {
    CHECK_FALSE(Deadline::has_passed());
    {
        const Deadline over{-1ms};
        CHECK(Deadline::has_passed());
        const Deadline inner{1h};
        CHECK(Deadline::has_passed());
        bool elsewhere = true;
        std::thread{[&] { elsewhere = Deadline::has_passed(); }}.join();
        CHECK_FALSE(elsewhere);
    }
    CHECK_FALSE(Deadline::has_passed());
    const Deadline far{1h};
    CHECK_FALSE(Deadline::has_passed());
}
