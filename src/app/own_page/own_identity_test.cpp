#include "app/own_page/own_identity.hpp"

#include "app/conversation/voter.hpp"
#include "app/inspel/erasure.hpp"
#include "app/own_page/own_acts.hpp"
#include "app/own_page/own_page.hpp"
#include "app/privacy/person_extract.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "support/conversations.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

const std::string issuer = "https://eid.example";
const std::string number = "19121212-1212";  // nobody's
const std::string eva = app::own_identity(issuer, number, secret);
const std::string bo = app::own_identity(issuer, "19101010-1010", secret);

/// People with an eID in a process.
struct Holders {
    TestDatabase& database;
    World world = settle(database);

    explicit Holders(TestDatabase& where) : database{where} {}

    template <class Verb>
    auto anybody(Verb verb) const {
        return database.act_as(Actor::anybody(), world.revision, std::move(verb));
    }
    std::string enter(const std::string& identity, const std::string& former = "") const {
        return anybody([&](auto& act) { return app::enter_own_page(act, identity, former); }).value();
    }
    app::Receipt send(const std::string& contact, const std::string& key) const {
        auto typed = draft("Fler bussar " + key);
        typed.contact = contact;
        return anybody([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {key, secret});
        }).value();
    }
    auto send_with(const std::string& session, const std::string& contact, const std::string& key) const {
        auto typed = draft("Fler tåg " + key);
        typed.contact = contact;
        return anybody([&](auto& act) {
            return app::receive_own_inspel(act, session, world.activity, typed, {key, secret});
        });
    }
    auto tie(const std::string& session, const std::string& code) const {
        return anybody([&](auto& act) { return app::tie_inspel(act, session, code); });
    }
    std::vector<int> numbers(const std::string& identity) const {
        std::vector<int> all;
        for (const auto& one : store::inspel_of_owner(*database.db, {{}, identity}))
            all.push_back(one.number);
        return all;
    }
    std::int64_t rows(const std::string& table) const {
        return database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
    std::string last_entry() const {
        return store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
    }
};

}  // namespace

TEST_CASE(
    "a person is a keyed digest: neither number nor issuer can be read, and another secret is another") {
    CHECK(eva.size() == 26);
    CHECK(eva != bo);
    CHECK(eva != app::own_identity("https://other.example", number, secret));
    CHECK(eva != app::own_identity(issuer, number, "another secret of the installation"));
    CHECK(eva == app::own_identity(issuer, number, secret));
    CHECK(read_identity(shown_identity(eva)) == eva);
    CHECK(read_identity(" " + shown_identity(text::lower(eva))) == eva);
    CHECK_FALSE(read_identity(eva + "0"));
    CHECK_FALSE(read_identity(""));
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto session = holders.enter(eva);
        REQUIRE(holders.send_with(session, "", "a"));
        for (const auto& row : database.db->run("SELECT identity FROM own_session"))
            CHECK(row.text("identity") == eva);
        CHECK_FALSE(holders.anybody([&](auto& act) { return app::enter_own_page(act, number, ""); }));
        CHECK_FALSE(holders.anybody([&](auto& act) { return app::enter_own_page(act, "", ""); }));
    });
}

TEST_CASE("what is sent in a session of an eID is its holder's alone, also where it has an address") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto session = holders.enter(eva);

        const auto sent = holders.send_with(session, "eva@example.org", "a");
        REQUIRE(sent);
        CHECK(holders.last_entry().find("inspel.address_confirmed") != std::string::npos);
        CHECK(holders.last_entry().find(eva) == std::string::npos);
        CHECK(holders.numbers(eva) == std::vector{sent->number});
        CHECK(holders.numbers(bo).empty());
        CHECK(holders.numbers("").empty());
        CHECK(store::inspel_of_owner(*database.db, {"eva@example.org"}).size() == 1);
        const auto again = holders.send_with(session, "eva@example.org", "a");
        REQUIRE(again);
        CHECK(again->was_here);
        CHECK(holders.rows("inspel_identity") == 1);

        CHECK(holders.send_with("no session", "", "b").error().kind == Failure::Kind::not_allowed);
        database.now += own_idle_limit + 1ms;
        CHECK(holders.send_with(session, "", "c").error().kind == Failure::Kind::not_allowed);
        CHECK(holders.rows("inspel") == 1);
    });
}

TEST_CASE("who has found a receipt ties nothing that has an address or somebody else's eID") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto evas = holders.enter(eva);
        const auto bos = holders.enter(bo);
        const auto with_address = holders.send("eva@example.org", "a");
        const auto free = holders.send("", "b");

        CHECK_FALSE(holders.tie(bos, with_address.code));
        CHECK(holders.tie(evas, free.code));
        CHECK(holders.tie(evas, free.code));  // it is theirs already
        CHECK(holders.rows("inspel_identity") == 1);
        CHECK_FALSE(holders.tie(bos, free.code));
        CHECK(holders.numbers(bo).empty());
        const auto ask = [&](const std::string& session) {
            return holders.anybody([&](auto& act) {
                return app::request_tie(act, {free.code, "bo@example.org", session}, "sv", secret);
            });
        };
        CHECK_FALSE(ask(""));
        CHECK_FALSE(ask(bos));
        CHECK(holders.rows("own_link") == 0);
    });
}

TEST_CASE("to add an address to what is tied to an eID both are shown in one browser") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto session = holders.enter(eva);
        const auto sent = holders.send_with(session, "", "a");
        REQUIRE(holders.anybody([&](auto& act) {
            return app::request_tie(act, {sent->code, "eva@example.org", session}, "sv", secret);
        }));
        const auto token =
            app::own_link_token(store::mail_to(*database.db, "eva@example.org").back(), secret);
        const auto open = [&](const std::string& former) {
            return holders.anybody([&](auto& act) { return app::open_own_page(act, token, former); });
        };

        CHECK_FALSE(open(""));
        CHECK_FALSE(open(holders.enter(bo)));
        const auto opened = open(session);
        REQUIRE(opened);
        CHECK(store::contact_of(*database.db, sent->inspel) == "eva@example.org");
        CHECK(app::own_session(*database.db, *opened, database.now)->identity.empty());
        CHECK_FALSE(app::own_session(*database.db, session, database.now));
    });
}

TEST_CASE("a new session ends the browser's former one, and signing out everywhere ends nobody else's") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto is_open = [&](const std::string& session) {
            return app::own_session(*database.db, session, database.now).has_value();
        };
        const auto former = holders.enter(bo);
        const auto evas = holders.enter(eva, former);
        CHECK_FALSE(is_open(former));
        const auto other_browser = holders.enter(eva);
        const auto bos = holders.enter(bo);
        REQUIRE(holders.anybody(
            [&](auto& act) { return app::sign_out_own(act, evas, app::OwnSignOut::everywhere); }));
        CHECK_FALSE(is_open(other_browser));
        CHECK(is_open(bos));
    });
}

TEST_CASE("nobody acts on what is another's, and the holder of an eID follows nothing by it") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto sent = holders.send_with(holders.enter(eva), "", "a");
        const auto bos = holders.enter(bo);
        OwnRequest typed;
        typed.text = "Bort";

        CHECK_FALSE(
            holders.anybody([&](auto& act) { return app::withdraw_own_inspel(act, bos, sent->number); }));
        CHECK_FALSE(holders.anybody(
            [&](auto& act) { return app::send_own_request(act, bos, sent->number, typed, "f"); }));
        CHECK_FALSE(holders.anybody([&](auto& act) { return app::choose_own_following(act, bos, {}); }));
        const auto evas = holders.enter(eva);
        CHECK(holders.anybody(
            [&](auto& act) { return app::send_own_request(act, evas, sent->number, typed, "f"); }));
        CHECK(holders.anybody([&](auto& act) { return app::withdraw_own_inspel(act, evas, sent->number); }));
    });
}

TEST_CASE("an erasure, a decision on contact details and the holder each take the tie away") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto session = holders.enter(eva);
        const auto sent = holders.send_with(session, "", "a");
        REQUIRE(holders.send_with(session, "", "b"));

        REQUIRE(database.act(holders.world.revision, [&](auto& act) {
            return app::erase_inspel(act, sent->number,
                {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RS/1/2026"});
        }));
        CHECK(holders.rows("inspel_identity") == 1);
        const auto untied =
            holders.anybody([&](auto& act) { return app::forget_own_identity(act, session); });
        REQUIRE(untied);
        CHECK(*untied == 1);
        CHECK(holders.rows("inspel_identity") == 0);
        CHECK(holders.rows("own_session") == 0);
        CHECK_FALSE(holders.anybody([&](auto& act) { return app::forget_own_identity(act, session); }));
    });
}

TEST_CASE("the extract is found by the mark that its holder has, and holds nobody else's") {
    on_each_database([](TestDatabase& database) {
        const Holders holders{database};
        const auto sent = holders.send_with(holders.enter(eva), "", "a");
        REQUIRE(holders.send_with(holders.enter(bo), "", "b"));

        const auto refs = app::rows_of_code(*database.db, shown_identity(eva), secret);
        REQUIRE(refs.size() == 2);
        CHECK(refs[0].table == "inspel");
        CHECK(refs[0].key == sent->inspel.value);
        CHECK(refs[1].table == "own_session");
        CHECK(app::rows_of_code(*database.db, number, secret).empty());
        bool has_mark = false;
        for (const auto& row : app::extract_of_owner(*database.db, {{}, eva}).rows)
            for (const auto& value : row.values)
                if (const auto* text = std::get_if<std::string>(&value.value))
                    has_mark = has_mark || (row.table == "inspel_identity" && *text == eva);
        CHECK(has_mark);
    });
}

TEST_CASE("an eID is counted once in a conversation, whose result says how those with one answered") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto show = [&](const std::string& who, int person) {
            return conversation.act_as(Actor::anybody(), [&](auto& act, const auto& at) {
                const auto session = app::enter_own_page(act, app::own_identity(issuer, who, secret), "");
                return app::show_as_person(act, at, {session.value(), key_of(person), secret});
            });
        };
        vote_in_camps(conversation, 12);

        CHECK(show("nobody who voted", 500).error().kind == Failure::Kind::not_found);
        CHECK(conversation.rows("eid_voice") == 0);
        for (int person = 0; person < 6; ++person) REQUIRE(show(std::to_string(person), person));
        REQUIRE(show("0", 0));                                        // again, as they are
        CHECK(show("0", 7).error().kind == Failure::Kind::conflict);  // in another browser
        CHECK(conversation.rows("eid_voice") == 6);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(0)));
        REQUIRE(conversation.vote(key_of(40), 1, Stance::agree));
        CHECK(show("0", 40).error().kind == Failure::Kind::conflict);
        for (const auto& row : conversation.database.db->run("SELECT voice FROM eid_voice"))
            CHECK(row.text("voice").size() == 64);

        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto result = conversation.result();
        REQUIRE(result.tiers.size() == 2);
        CHECK(result.tiers[1].assurance == Assurance::eid);
        CHECK(result.tiers[1].people == 5);
    });
}

TEST_CASE("nobody is counted with eID without a session of one, or when the conversation is closed") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        const auto show = [&](const std::string& session) {
            return conversation.act_as(Actor::anybody(), [&](auto& act, const auto& at) {
                return app::show_as_person(act, at, {session, key_of(1), secret});
            });
        };
        const auto session =
            conversation
                .act_as(Actor::anybody(),
                    [&](auto& act, const auto&) { return app::enter_own_page(act, eva, ""); })
                .value();
        CHECK(show("").error().kind == Failure::Kind::not_allowed);
        CHECK(show("made up").error().kind == Failure::Kind::not_allowed);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(show(session).error().kind == Failure::Kind::closed);
        CHECK(conversation.rows("eid_voice") == 0);
    });
}
