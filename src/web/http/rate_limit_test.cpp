#include "web/http/rate_limit.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web::http;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 12h};

Budgets three_then_sixty_an_hour() {
    Budgets budgets;
    budgets.writing = {3, 60};
    return budgets;
}

int spent_at(RateLimit& limit, const std::string& address, Instant now, int tries) {
    int done = 0;
    for (int i = 0; i < tries; ++i) done += limit.spend(Spending::writing, address, now) ? 0 : 1;
    return done;
}

}  // namespace

TEST_CASE("so much at once is there to spend, and not one more") {
    RateLimit limit{three_then_sixty_an_hour()};
    CHECK(spent_at(limit, "192.0.2.1", noon, 3) == 3);
    CHECK(limit.spend(Spending::writing, "192.0.2.1", noon) == 60s);
    CHECK(limit.spend(Spending::writing, "192.0.2.1", noon + 59'001ms) == 1s);
    CHECK_FALSE(limit.spend(Spending::writing, "192.0.2.1", noon + 60s));
    CHECK(limit.spend(Spending::writing, "192.0.2.1", noon + 60s) == 60s);
}

TEST_CASE("a network that rests has all of it again, and no more than that") {
    RateLimit limit{three_then_sixty_an_hour()};
    spent_at(limit, "192.0.2.1", noon, 3);
    CHECK(spent_at(limit, "192.0.2.1", noon + 2h, 10) == 3);
}

TEST_CASE("what is refused costs nothing, and each kind has a budget of its own") {
    RateLimit limit{three_then_sixty_an_hour()};
    CHECK(spent_at(limit, "192.0.2.1", noon, 1000) == 3);
    CHECK(limit.spend(Spending::writing, "192.0.2.1", noon) == 60s);
    CHECK_FALSE(limit.spend(Spending::voting, "192.0.2.1", noon));
    CHECK_FALSE(limit.spend(Spending::nothing, "192.0.2.1", noon));
}

TEST_CASE("one network is IPv4's first 24 bits or IPv6's first 56, and IPv4 in IPv6 is IPv4") {
    CHECK(network_of("192.0.2.1") == network_of("192.0.2.254"));
    CHECK(network_of("192.0.2.1") != network_of("192.0.3.1"));
    CHECK(network_of("2001:db8:0:1200::1") == network_of("2001:db8:0:12ff::2"));
    CHECK(network_of("2001:db8:0:1200::1") != network_of("2001:db8:0:1300::1"));
    CHECK(network_of("::ffff:192.0.2.9") == network_of("192.0.2.1"));
    CHECK(network_of("unknown") == network_of("192.0.2.1.5"));
}

TEST_CASE("the machine itself has no limit, and whoever is no address, or not known, has a common one") {
    RateLimit limit{three_then_sixty_an_hour()};
    for (const auto* here : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
        CHECK(spent_at(limit, here, noon, 100) == 100);
    CHECK(spent_at(limit, "", noon, 100) == 3);  // who has hung up before we could ask who it was
    for (const auto* nobody :
        {"unknown", "hidden", "", "127.0.0.1.", "0x7f.1", " 127.0.0.1", "::ffff:999.0.0.1"})
        CHECK(spent_at(limit, nobody, noon, 100) == 0);
}

TEST_CASE("a budget that is none lets everything through") {
    Budgets budgets;
    budgets.writing = {};
    RateLimit limit{budgets};
    CHECK(spent_at(limit, "192.0.2.1", noon, 10'000) == 10'000);
}

TEST_CASE("a new day begins anew, and a clock that is put back shuts nobody out") {
    RateLimit limit{three_then_sixty_an_hour()};
    spent_at(limit, "192.0.2.1", noon, 3);
    CHECK(limit.spend(Spending::writing, "192.0.2.1", noon - 6h) == 60s);
    CHECK(spent_at(limit, "192.0.2.1", noon + 12h, 3) == 3);
}

TEST_CASE("of a thousand networks that spend all they have, hardly one in thirty meets another") {
    RateLimit limit{three_then_sixty_an_hour()};
    int spent = 0;
    for (int n = 0; n < 1000; ++n)
        spent +=
            spent_at(limit, "10." + std::to_string(n / 250) + "." + std::to_string(n % 250) + ".1", noon, 3);
    CHECK(spent > 2800);
}

TEST_CASE("a budget is read as it is shown, and what is not one is refused") {
    CHECK(read_budget("60+60/h") == Budget{60, 60});
    CHECK(read_budget("600+10/s") == Budget{600, 36'000});
    CHECK(read_budget("none") == Budget{});
    CHECK(read_budget("1000000+3600000/h") == Budget{1'000'000, 3'600'000});
    for (const auto* wrong : {"", "+", "60", "60/h", "+60/h", "60+/h", "60+60", "60+60/m", "0+60/h", "60+0/h",
             "-1+60/h", "60+ 60/h", "1000001+1/h", "1+3600001/h", "1+1001/s", "/h", "1+1/h/h"})
        CHECK_MESSAGE(!read_budget(wrong), wrong);
    for (const auto& budget : {Budget{}, Budget{60, 60}, Budgets{}.reading, Budgets{}.voting})
        CHECK(read_budget(shown(budget)) == budget);
}
