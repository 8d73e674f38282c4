#include "app/act/record.hpp"
#include "app/log/log_keys.hpp"

#include "app/log/log_documents.hpp"
#include "app/log/log_receipt.hpp"
#include "app/site/release.hpp"
#include "base/text.hpp"
#include "store/log/log_places.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

openlog::Entry entry_at(TestDatabase& database, std::int64_t place) {
    return openlog::read_entry(store::log_entries(*database.db, place, 1).front()).value();
}

Result<std::int64_t> opened(TestDatabase& database, const Actor& actor, const std::string& vkey) {
    return database.act_as(actor, {}, [&](auto& act) { return app::open_log(act, vkey); });
}

bool noted(TestDatabase& database, const std::string& version, const std::string& rules) {
    return database.act([&](auto& act) {
                       return app::note_release(act, {version, sha256(version), rules});
                   })
        .value();
}

}  // namespace

TEST_CASE("time never goes back in the log, not even when the clock does") {
    on_each_database([](TestDatabase& database) {
        settle(database);
        const auto before = entry_at(database, store::log_size(*database.db) - 1).time;
        database.now -= 24h;

        settle(database, "annan");

        CHECK(entry_at(database, store::log_size(*database.db) - 1).time == before);
    });
}

TEST_CASE("the log is begun once, with its key, by nobody but the operator") {
    on_each_database([](TestDatabase& database) {
        CHECK(opened(database, Actor::anybody(), "a+0+key").error().kind == Failure::Kind::not_allowed);
        CHECK(opened(database, Actor::operating(), "a+0+key"));
        CHECK(opened(database, Actor::operating(), "b+0+key"));

        CHECK(store::log_size(*database.db) == 1);
        CHECK(entry_at(database, 0).field("vkey") == "a+0+key");
    });
}

TEST_CASE("the log is told of the program that serves, and again only when it is another") {
    on_each_database([](TestDatabase& database) {
        const auto noted = [&](const std::string& version) {
            return database
                .act([&](auto& act) {
                    return app::note_release(act, {version, sha256(version), "rules"});
                })
                .value();
        };
        CHECK(noted("1.0"));
        CHECK_FALSE(noted("1.0"));
        CHECK(noted("1.1"));
        CHECK(noted("1.0"));

        CHECK(store::log_size(*database.db) == 6);
        CHECK(entry_at(database, 2).field("version") == "1.1");
    });
}

TEST_CASE("the log is told of the rules with each program and when they change, and keeps every version") {
    on_each_database([](TestDatabase& database) {
        CHECK(noted(database, "1.0", "old"));
        CHECK_FALSE(noted(database, "1.0", "old"));
        CHECK(noted(database, "1.0", "new"));
        CHECK(noted(database, "1.1", "new"));
        CHECK(noted(database, "1.1", "old"));

        REQUIRE(store::log_size(*database.db) == 6);
        CHECK(entry_at(database, 2).type == "rules.changed");
        CHECK(entry_at(database, 2).prev == 1);
        CHECK(entry_at(database, 2).field("document") == app::address_of_rules(sha256("new")));
        CHECK(entry_at(database, 4).field("sha256") == entry_at(database, 2).field("sha256"));
        CHECK(app::rules_in_force(*database.db) == sha256("old"));
    });
}

TEST_CASE("every version of the rules that the log names is kept, and nothing else is given out") {
    on_each_database([](TestDatabase& database) {
        for (const auto* rules : {"old", "new"}) REQUIRE(noted(database, "1.0", rules));

        const auto documents = app::documents_in(*database.db);
        CHECK(documents(app::address_of_rules(sha256("old"))) == "old");
        CHECK(documents(app::address_of_rules(sha256("new"))) == "new");
        for (const auto* address : {"/regler/.txt", "/regler/ab.txt", "/regler/", "/regler/x.txt"})
            CHECK_FALSE(documents(address));
    });
}

TEST_CASE("nothing else is signed for a size that has been signed") {
    on_each_database([](TestDatabase& database) {
        const auto sign = [&](const std::string& root) {
            return database.act([&](auto& act) {
                return app::remember_signed(act, {{7, sha256(root)}, noon, root});
            });
        };
        CHECK(sign("a"));

        CHECK_THROWS_AS(sign("b"), sql::Error);

        CHECK(store::newest_signed(*database.db)->note == "a");
    });
}

TEST_CASE("each entry is found by its code, and by no other") {
    on_each_database([](TestDatabase& database) {
        settle(database);
        for (const auto& entry : store::stored_entries(*database.db, 0, store::log_size(*database.db))) {
            auto code = app::code_of(entry);
            auto typed = code;
            std::replace(typed.begin(), typed.end(), '.', ' ');
            CHECK(app::entry_with_code(*database.db, typed)->place == entry.place);
            code.back() = code.back() == '0' ? '1' : '0';
            CHECK_FALSE(app::entry_with_code(*database.db, code));
        }
        for (const auto* typed : {"", "0", "00000000000000000000", "UUUUUUUUUUUUUUUUUUUU"})
            CHECK_FALSE(app::entry_with_code(*database.db, typed));
    });
}

TEST_CASE("what was done lately is counted from the first entry that is not older") {
    on_each_database([](TestDatabase& database) {
        CHECK(store::place_at(*database.db, noon) == 0);
        settle(database);
        const auto first = store::log_size(*database.db);
        database.now += 24h;
        settle(database, "annan");

        CHECK(store::place_at(*database.db, noon - 1h) == 0);
        CHECK(store::place_at(*database.db, noon + 1h) == first);
        CHECK(store::place_at(*database.db, noon + 48h) == store::log_size(*database.db));

        store::LogPlaces places{*database.db};
        for (const auto hours : {48h, 1h, -1h, 1h})
            CHECK(places.at(noon + hours) == store::place_at(*database.db, noon + hours));
        CHECK(places.size() == store::log_size(*database.db));
    });
}
