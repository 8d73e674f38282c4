#include "web/http/connection_table.hpp"

#include <doctest/doctest.h>
#include <random>
#include <vector>

using namespace medskapa::web::http;
using Key = ConnectionTable::Key;

namespace {

Key one_more(ConnectionTable& table, const std::string& network) {
    return table.arrive(network).key.value();
}

}  // namespace

TEST_CASE("a full table closes the oldest idle connection of the largest network") {
    ConnectionTable table{4, 100};
    const auto other = one_more(table, "other");
    const auto first = one_more(table, "crowd");
    one_more(table, "crowd");
    one_more(table, "crowd");

    const auto arrival = table.arrive("third");
    CHECK(arrival.key);
    CHECK(arrival.to_close == first);
    CHECK(table.contains(other));
    CHECK(table.size() == 4);
}

TEST_CASE("a network that has its share closes its own, and the others grow on") {
    ConnectionTable table{100, 2};
    const auto first = one_more(table, "a");
    one_more(table, "a");
    CHECK(table.arrive("a").to_close == first);
    CHECK_FALSE(table.arrive("b").to_close);
    for (int i = 0; i < 50; ++i) CHECK_FALSE(table.arrive("").to_close);  // a proxy brings everybody
}

TEST_CASE("the idle go first, then who is slow to send or to read, and never one that is answered") {
    ConnectionTable table{4, 100};
    const auto answered = one_more(table, "a");
    const auto reader = one_more(table, "a");
    const auto sender = one_more(table, "a");
    const auto idle = one_more(table, "a");
    table.enter(answered, Phase::answering);
    table.enter(reader, Phase::sending);
    table.enter(sender, Phase::receiving);

    for (const auto expected : {idle, sender, reader}) {
        const auto arrival = table.arrive("a");
        CHECK(arrival.to_close == expected);
        table.enter(arrival.key.value(), Phase::answering);
    }
    const auto none = table.arrive("a");
    CHECK_FALSE(none.key);
    CHECK_FALSE(none.to_close);
    CHECK(table.contains(answered));
}

TEST_CASE("whatever comes and goes, the table never holds more than it may") {
    std::mt19937 random{7};
    ConnectionTable table{50, 20};
    std::vector<Key> known;
    for (int i = 0; i < 20'000; ++i) {
        const auto pick = [&] { return known[random() % known.size()]; };
        if (known.empty() || random() % 3 == 0) {
            const auto arrival = table.arrive(std::to_string(random() % 5));
            if (arrival.key) known.push_back(*arrival.key);
        } else if (random() % 4 != 0) {
            table.enter(pick(), static_cast<Phase>(random() % 4));
        } else {
            table.leave(pick());
        }
        REQUIRE(table.size() <= 50);
        std::size_t counted = 0;
        for (const auto phase : {Phase::idle, Phase::receiving, Phase::sending, Phase::answering})
            counted += table.in(phase);
        REQUIRE(counted == table.size());
    }
}
