#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

Inspel publish(TestDatabase& database, const World& world, const InspelDraft& typed) {
    return database
        .act(world.revision,
            [&](auto& act) {
                const auto receipt =
                    app::receive_inspel(act, world.activity, typed, {hex(random_bytes(8)), secret});
                return app::publish_inspel(act, receipt->number);
            })
        .value();
}

InspelDraft from(const std::string& municipality, const std::string& actor_kind, const std::string& text) {
    auto typed = draft(text);
    typed.municipality = municipality;
    typed.actor_kind = actor_kind;
    return typed;
}

/// The numbers that a filter finds, a row at a time, and the count that goes with them.
std::vector<int> found(TestDatabase& database, const Process& process, const store::InspelFilter& filter) {
    std::vector<int> numbers;
    store::InspelPlace after;
    do {
        const auto page = store::list_inspel(*database.db, process.id, filter, after, 1);
        for (const auto& row : page.rows) numbers.push_back(row.inspel.number);
        after = page.next;
    } while (after);
    CHECK(store::count_inspel(*database.db, process.id, filter, 100) ==
          static_cast<std::int64_t>(numbers.size()));
    return numbers;
}

using Numbers = std::vector<int>;

}  // namespace

TEST_CASE("filters and words narrow together, newest first, and the count agrees") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        publish(database, world, from("2326", "citizen", "Bussen till skolan"));
        publish(database, world, from("2326", "business", "Bussen till jobbet"));
        publish(database, world, from("outside", "business", "Bussar och tåg"));
        publish(database, world, from("", "citizen", "Vägen"));
        store::InspelFilter filter;
        CHECK(found(database, world.revision, filter) == Numbers{4, 3, 2, 1});

        filter.actor_kind = ActorKind::business;
        CHECK(found(database, world.revision, filter) == Numbers{3, 2});
        filter.municipality = "2326";
        CHECK(found(database, world.revision, filter) == Numbers{2});
        filter.words = "buss jobb";
        CHECK(found(database, world.revision, filter) == Numbers{2});
        filter.words = "skola";
        CHECK(found(database, world.revision, filter).empty());
    });
}

TEST_CASE("an outcome narrows alone, with words and with other filters") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        publish(database, world, from("2326", "citizen", "Bussen till skolan"));
        publish(database, world, from("outside", "citizen", "Bussen till jobbet"));
        for (const int number : {1, 2})
            REQUIRE(database.act(world.revision, [&](auto& act) {
                return app::split_inspel(act, number, {"Bussen", "", "", "", std::nullopt}, today);
            }));
        store::InspelFilter filter;
        filter.outcome = Outcome::waiting;
        CHECK(found(database, world.revision, filter) == Numbers{2, 1});
        filter.municipality = "2326";
        CHECK(found(database, world.revision, filter) == Numbers{1});
        filter.words = "buss";
        CHECK(found(database, world.revision, filter) == Numbers{1});
        filter.outcome = Outcome::fulfilled;
        CHECK(found(database, world.revision, filter).empty());
    });
}

TEST_CASE(
    "words with letters of South Sámi are found as they are written, and by a keyboard that lacks them") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        publish(database, world, draft("Åarjelsaemien gïele jïh gærhkoe"));
        publish(database, world, draft("Giele"));
        store::InspelFilter filter;
        for (const auto* words : {"gïele", "GÏELE", "åarjelsaemien", "gærhkoe", "aarjelsaemien", "garhkoe"}) {
            filter.words = words;
            CAPTURE(words);
            CHECK(found(database, world.revision, filter) == Numbers{1});
        }
        filter.words = "giele";
        CHECK(found(database, world.revision, filter) == Numbers{2, 1});
    });
}

TEST_CASE("a search in one process never finds another's inspel, nor a filter by its name") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto other = settle(database, "annan");
        publish(database, world, draft("Bussen"));
        publish(database, other, draft("Bussen"));
        store::InspelFilter filter;
        filter.words = "buss";
        CHECK(found(database, world.revision, filter) == Numbers{1});

        for (const auto* words : {"1", "t1", "_t1", "m2326", "1_buss", "acitizen"}) {
            filter.words = words;
            CAPTURE(words);
            CHECK(found(database, world.revision, filter).empty());
        }
    });
}

TEST_CASE("words that hold hostile characters are searched for, not obeyed") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        publish(database, world, draft("Bussen 🌲 går, 10€ dyrare"));
        for (const auto* words : {"\"", "buss*\"", "' | 'x", "NEAR(a b)", "buss🌲", "10€", "tokens:buss",
                 "a\\'b", "(((", "\xC2\xAD"}) {
            store::InspelFilter filter;
            filter.words = words;
            CAPTURE(words);
            CHECK_NOTHROW(store::list_inspel(*database.db, world.revision.id, filter, {}, 10));
        }
    });
}

TEST_CASE("only what is published is found by its words, and asking for other words is a mistake") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        store::InspelFilter filter;
        filter.state = Inspel::State::received;
        filter.words = "buss";
        CHECK_THROWS_AS(
            store::list_inspel(*database.db, world.revision.id, filter, {}, 10), std::logic_error);
    });
}
