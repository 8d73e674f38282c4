#include "web/http/limits/guess_limit.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web::http;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 10h};
const std::string eva = "eva@example.org";

}  // namespace

TEST_CASE("a network has ten guesses at an account, and then one more each six minutes") {
    GuessLimit limit;
    for (int i = 0; i < 10; ++i) CHECK_FALSE(limit.spend(eva, "192.0.2.7", noon));
    CHECK(limit.spend(eva, "192.0.2.250", noon) == 6min);
    CHECK_FALSE(limit.spend(eva, "198.51.100.7", noon));
    CHECK_FALSE(limit.spend("bo@example.org", "192.0.2.7", noon));
    CHECK(limit.spend(eva, "192.0.2.7", noon + 5min));
    CHECK_FALSE(limit.spend(eva, "192.0.2.7", noon + 6min));
}

TEST_CASE("strangers in many networks use up their guesses, and never those of who has signed in today") {
    GuessLimit limit;
    CHECK_FALSE(limit.spend(eva, "192.0.2.7", noon));
    limit.was_right(eva, "192.0.2.7", noon);
    int let_through = 0;
    for (int network = 0; network < 100; ++network)
        let_through += limit.spend(eva, "10.0." + std::to_string(network) + ".1", noon) ? 0 : 1;
    CHECK(let_through == 60);
    for (int i = 0; i < 10; ++i) CHECK_FALSE(limit.spend(eva, "192.0.2.7", noon));
    CHECK(limit.spend(eva, "192.0.2.7", noon));  // its own ten
}

TEST_CASE("what is right costs nothing") {
    GuessLimit limit;
    for (int i = 0; i < 100; ++i) {
        CHECK_FALSE(limit.spend(eva, "192.0.2.7", noon));
        limit.was_right(eva, "192.0.2.7", noon);
    }
}

TEST_CASE("the machine itself has the guesses that all have together, and the next day begins anew") {
    GuessLimit limit;
    for (int i = 0; i < 60; ++i) CHECK_FALSE(limit.spend(eva, "127.0.0.1", noon));
    CHECK(limit.spend(eva, "127.0.0.1", noon));
    CHECK_FALSE(limit.spend(eva, "127.0.0.1", noon + 24h));
}
