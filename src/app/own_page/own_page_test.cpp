#include "app/own_page/own_page.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/mail/following.hpp"
#include "app/own_page/own_acts.hpp"
#include "app/referral/referral_answer.hpp"
#include "app/staff/session.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "support/referral.hpp"

using namespace example;

namespace {

const std::string eva = "eva@example.org";

/// People who send and who come to their own page.
struct Owners {
    TestDatabase& database;
    World world = settle(database);
    World other = settle(database, "annan");

    explicit Owners(TestDatabase& where) : database{where} {}

    template <class Verb>
    auto anybody(const Process& process, Verb verb) const {
        return database.act_as(Actor::anybody(), process, std::move(verb));
    }
    app::Receipt send(const World& where, const std::string& contact, const std::string& key) const {
        auto typed = draft("Fler bussar " + key);
        typed.contact = contact;
        return anybody(where.revision, [&](auto& act) {
            return app::receive_inspel(act, where.activity, typed, {key, secret});
        }).value();
    }
    bool ask(const std::string& address) const {
        return anybody({}, [&](auto& act) {
            return app::request_own_link(act, address, "sv", secret);
        }).has_value();
    }
    Result<bool> ask_to_tie(const std::string& code, const std::string& address) const {
        return anybody(world.revision, [&](auto& act) {
            return app::request_tie(act, {code, address}, "sv", secret);
        });
    }
    /// Of the newest mail to the address.
    std::string token(const std::string& address) const {
        return app::own_link_token(store::mail_to(*database.db, address).back(), secret);
    }
    Result<std::string> open(const std::string& with, const std::string& former = "") const {
        return anybody({}, [&](auto& act) { return app::open_own_page(act, with, former); });
    }
    std::string session(const std::string& address) const {
        REQUIRE(ask(address));
        return open(token(address)).value();
    }
    auto tie(const std::string& session, const std::string& code) const {
        return anybody({}, [&](auto& act) { return app::tie_inspel(act, session, code); });
    }
    auto withdraw(const std::string& session, const World& where, int number) const {
        return anybody(
            where.revision, [&](auto& act) { return app::withdraw_own_inspel(act, session, number); });
    }
    auto request(const std::string& session, int number, const std::string& text,
        const std::string& key = "form") const {
        OwnRequest typed;
        typed.text = text;
        return anybody(world.revision,
            [&](auto& act) { return app::send_own_request(act, session, number, typed, key); });
    }
    std::vector<int> numbers(const std::string& address) const {
        std::vector<int> all;
        for (const auto& one : store::inspel_of_owner(*database.db, {address})) all.push_back(one.number);
        return all;
    }
    bool is_signed_in(const std::string& session) const {
        return app::own_session(*database.db, session, database.now).has_value();
    }
    void follow(const World& where, const std::string& address, const std::string& subject) const {
        REQUIRE(anybody(
            where.revision, [&](auto& act) { return app::follow(act, address, subject, "sv", today); }));
        const auto known = store::subscriber_with_address(*database.db, where.revision.id, address).value();
        REQUIRE(anybody(where.revision, [&](auto& act) {
            return app::confirm_following(act, {app::link_of(known, secret), secret});
        }));
    }
    std::int64_t rows(const std::string& table) const {
        return database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

}  // namespace

TEST_CASE("the same is written whoever asks for a link, and an address gets three within half an hour") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        (void)owners.send(owners.world, eva, "a");
        const auto before = owners.rows("mail");

        CHECK(owners.ask("Eva@Example.org"));
        CHECK(owners.rows("mail") == before + 1);
        CHECK(owners.rows("own_link") == 1);
        CHECK(owners.ask("stranger@example.org"));
        CHECK(owners.rows("mail") == before + 2);
        CHECK(owners.rows("own_link") == 2);
        for (int i = 0; i < 4; ++i) CHECK(owners.ask(eva));
        CHECK(owners.rows("mail") == before + 4);
        for (const auto* wrong : {"", "eva", "eva@", "a@b.se, c@d.se", "eva@example.org\nBcc: x@y.se"})
            CHECK_FALSE(owners.ask(wrong));
        database.now += own_link_life + 1min;
        CHECK(owners.ask(eva));
        CHECK(owners.rows("mail") == before + 5);
    });
}

TEST_CASE("a link opens once, within half an hour, and nothing that looks like one opens anything") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        REQUIRE(owners.ask(eva));
        const auto token = owners.token(eva);

        CHECK(app::own_link_of(*database.db, token, database.now)->address == eva);
        CHECK(app::own_link_of(*database.db, token, database.now));  // looking uses nothing up
        const auto session = owners.open(token);
        REQUIRE(session);
        CHECK(app::own_session(*database.db, *session, database.now)->address == eva);
        CHECK_FALSE(owners.open(token));
        for (const auto& wrong : {std::string{}, token + "x", *session, std::string(64, 'a')})
            CHECK_FALSE(owners.open(wrong));
        REQUIRE(owners.ask(eva));
        const auto late = owners.token(eva);
        database.now += own_link_life - 1ms;
        CHECK(app::own_link_of(*database.db, late, database.now));
        database.now += 1ms;
        CHECK_FALSE(app::own_link_of(*database.db, late, database.now));
        CHECK_FALSE(owners.open(late));
    });
}

TEST_CASE("a session ends when it is idle, when it is old, when the clock is set back and by signing out") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto session = owners.session(eva);
        const auto touch = [&](const std::string& id) {
            return owners.anybody({}, [&](auto& act) { return app::touch_own_session(act, id); });
        };

        database.now = noon + own_idle_limit;
        CHECK(owners.is_signed_in(session));
        database.now += 1ms;
        CHECK_FALSE(owners.is_signed_in(session));
        CHECK_FALSE(touch(session));
        database.now = noon - 6min;
        CHECK_FALSE(owners.is_signed_in(session));
        for (database.now = noon; database.now <= noon + own_session_limit; database.now += 25min) {
            CHECK(owners.is_signed_in(session));
            CHECK(touch(session));
        }
        database.now = noon + own_session_limit + 1ms;
        CHECK_FALSE(owners.is_signed_in(session));

        const auto here = owners.session(eva);
        const auto there = owners.session(eva);
        const auto bos = owners.session("bo@example.org");
        const auto sign_out = [&](app::OwnSignOut where) {
            CHECK(owners.anybody({}, [&](auto& act) { return app::sign_out_own(act, here, where); }));
        };
        sign_out(app::OwnSignOut::here);
        CHECK_FALSE(owners.is_signed_in(here));
        CHECK(owners.is_signed_in(there));
        sign_out(app::OwnSignOut::everywhere);  // a session that is over ends no other
        CHECK(owners.is_signed_in(there));
        CHECK(owners.anybody(
            {}, [&](auto& act) { return app::sign_out_own(act, there, app::OwnSignOut::everywhere); }));
        CHECK_FALSE(owners.is_signed_in(there));
        CHECK(owners.is_signed_in(bos));
    });
}

TEST_CASE("a new link ends the session that the browser had, and is no session of the staff's") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto former = owners.session(eva);
        REQUIRE(owners.ask(eva));

        const auto session = owners.open(owners.token(eva), former);

        REQUIRE(session);
        CHECK_FALSE(owners.is_signed_in(former));
        CHECK_FALSE(app::signed_in(*database.db, *session, database.now));
        CHECK(owners.rows("session") == 0);
    });
}

TEST_CASE("an address has what it has sent to every process, however it was written, and nobody else's") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        (void)owners.send(owners.world, " EVA@Example.org ", "a");
        (void)owners.send(owners.other, "eva@exämple.org", "b");
        (void)owners.send(owners.world, "joeva@example.org", "c");
        (void)owners.send(owners.world, "Ring eva@example.org", "d");
        (void)owners.send(owners.world, "", "e");

        CHECK(owners.numbers(eva) == std::vector{1});
        CHECK(owners.numbers("eva@xn--exmple-cua.org") == std::vector{1});  // by the receipt that was mailed
        CHECK(owners.numbers("%@example.org").empty());
        CHECK(owners.numbers("").empty());
    });
}

TEST_CASE("a code alone ties nothing: the address has to be read too, and then it is logged without it") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto receipt = owners.send(owners.world, "", "a");
        const auto logged = store::log_size(*database.db);

        CHECK(owners.ask_to_tie(receipt.code, eva));
        CHECK(owners.numbers(eva).empty());
        CHECK(store::log_size(*database.db) == logged);
        const auto session = owners.open(owners.token(eva));
        REQUIRE(session);
        CHECK(owners.numbers(eva) == std::vector{receipt.number});
        const auto entry = store::log_entries(*database.db, logged, 1).at(0);
        CHECK(entry.find("inspel.address_confirmed") != entry.npos);
        CHECK(entry.find("eva") == entry.npos);
        CHECK(owners.tie(*session, receipt.code));  // it is theirs already
        CHECK(store::log_size(*database.db) == logged + 1);
    });
}

TEST_CASE("who has found a receipt cannot take over an inspel that has another address") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto evas = owners.send(owners.world, eva, "a");
        const auto phone = owners.send(owners.world, "070-123 45 67", "b");
        const auto free = owners.send(owners.world, "", "c");
        const auto thief = owners.session("thief@example.org");

        for (const auto& code : {evas.code, phone.code}) {
            CHECK_FALSE(owners.ask_to_tie(code, "thief@example.org"));
            CHECK_FALSE(owners.tie(thief, code));
        }
        CHECK(owners.numbers("thief@example.org").empty());
        // Two ask at the same time: the first that opens its link has it.
        CHECK(owners.ask_to_tie(free.code, "thief@example.org"));
        CHECK(owners.ask_to_tie(free.code, "bo@example.org"));
        CHECK(owners.open(owners.token("bo@example.org")));
        CHECK_FALSE(owners.open(owners.token("thief@example.org")));
        CHECK(owners.numbers("bo@example.org") == std::vector{free.number});
        CHECK_FALSE(owners.tie("no session", free.code));
        CHECK_FALSE(owners.tie(thief, "K7QFM2TR9XHD00000000A"));
    });
}

TEST_CASE(
    "nobody withdraws or asks about what is another's, by number, in another process or when signed out") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto evas = owners.send(owners.world, eva, "a");
        const auto bos = owners.send(owners.world, "bo@example.org", "b");
        const auto session = owners.session(eva);

        CHECK(owners.withdraw(session, owners.world, bos.number).error().kind == Failure::Kind::not_found);
        CHECK(owners.withdraw(session, owners.other, evas.number).error().kind == Failure::Kind::not_found);
        CHECK(owners.withdraw("x", owners.world, evas.number).error().kind == Failure::Kind::not_allowed);
        CHECK(owners.request(session, bos.number, "Bort").error().kind == Failure::Kind::not_found);
        CHECK(owners.request("x", evas.number, "Bort").error().kind == Failure::Kind::not_allowed);
        CHECK(owners.rows("own_request") == 0);
        CHECK(owners.withdraw(session, owners.world, evas.number)->state == Inspel::State::withdrawn);
        CHECK_FALSE(owners.withdraw(session, owners.world, evas.number));
        database.now += own_idle_limit + 1min;
        CHECK(owners.request(session, evas.number, "Bort").error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("a request is kept once, is answered once, and its words go with the inspel") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        const auto salts = owners.rows("log_salt");  // of the processes and their activities
        const auto evas = owners.send(owners.world, eva, "a");
        const auto session = owners.session(eva);
        const auto answer = [&](Id<OwnRequest> id, const Process& process, const std::string& text) {
            return database.act(process, [&](auto& act) { return app::answer_own_request(act, id, text); });
        };

        CHECK_FALSE(owners.request(session, evas.number, " \n "));
        CHECK_FALSE(owners.request(session, evas.number, std::string(longest_own_request + 1, 'x')));
        const auto sent = owners.request(session, evas.number, "Mitt namn är fel.");
        REQUIRE(sent);
        CHECK(owners.request(session, evas.number, "Mitt namn är fel.")->id == sent->id);
        CHECK(owners.request(session, evas.number, "Annat").error().kind == Failure::Kind::conflict);
        CHECK(owners.rows("own_request") == 1);

        CHECK_FALSE(answer(sent->id, owners.other.revision, "Klart"));
        CHECK_FALSE(answer(sent->id, owners.world.revision, " "));
        CHECK(answer(sent->id, owners.world.revision, "Klart"));
        CHECK(answer(sent->id, owners.world.revision, "Igen").error().kind == Failure::Kind::conflict);
        const auto mail = store::mail_to(*database.db, eva).back();
        CHECK(mail.kind == Mail::Kind::request_answered);

        REQUIRE(database.act(owners.world.revision, [&](auto& act) {
            return app::erase_inspel(
                act, evas.number, {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RS/1/2026"});
        }));
        CHECK(store::find_own_request(*database.db, sent->id)->text.empty());
        CHECK(store::find_own_request(*database.db, sent->id)->answer.empty());
        CHECK(owners.numbers(eva).empty());
        CHECK(owners.rows("log_salt") == salts);
    });
}

TEST_CASE("one form changes what is followed in all processes, and nothing that it did not show") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        owners.follow(owners.world, eva, "process");
        owners.follow(owners.other, eva, "process");
        owners.follow(owners.world, "bo@example.org", "process");
        const auto session = owners.session(eva);
        const auto known = [&](const World& where, const std::string& address) {
            return store::subscriber_with_address(*database.db, where.revision.id, address);
        };
        const auto choose = [&](const std::vector<app::OwnChoice>& choices) {
            return owners.anybody(
                {}, [&](auto& act) { return app::choose_own_following(act, session, choices); });
        };
        const auto here = known(owners.world, eva)->public_id;
        const auto there = known(owners.other, eva)->public_id;
        const auto bos = known(owners.world, "bo@example.org")->public_id;
        const auto weekly = Subscriber::Pace::weekly;

        CHECK_FALSE(choose({{here, weekly, {"process"}, {}}, {bos, weekly, {"process"}, {}}}));
        CHECK(known(owners.world, eva)->pace == Subscriber::Pace::daily);
        CHECK(choose({{here, weekly, {"process"}, {"process"}}, {there, weekly, {"process"}, {}}}));
        CHECK(known(owners.world, eva)->pace == weekly);
        CHECK_FALSE(known(owners.other, eva));
        CHECK(choose({{here, weekly, {}, {}}}));  // something has been added since the page was shown
        CHECK(known(owners.world, eva));
        CHECK(known(owners.world, "bo@example.org"));
    });
}

TEST_CASE("the extract holds what the address has sent, follows and got, and nothing that only names it") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        (void)owners.send(owners.world, eva, "a");
        (void)owners.send(owners.world, "bo@example.org", "Skriv till eva@example.org");
        owners.follow(owners.world, eva, "process");
        (void)owners.session(eva);

        std::map<std::string, int> tables;
        for (const auto& ref : app::rows_of_owner(*database.db, {eva})) ++tables[ref.table];
        CHECK(tables ==
              std::map<std::string, int>{{"inspel", 1}, {"mail", 3}, {"own_session", 1}, {"subscriber", 1}});
        CHECK(app::rows_of_owner(*database.db, {"nobody@example.org"}).empty());
    });
}

TEST_CASE("an organisation's answer to a referral is nobody's own by an address") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        auto submission = asked.submission({});
        submission.draft.contact = eva;
        const auto receipt = asked.act([&](auto& act) {
            return app::answer_referral(act, submission, {"svar", secret});
        });
        REQUIRE(receipt);

        CHECK(store::inspel_of_owner(*database.db, {eva}).empty());
        CHECK_FALSE(database.act_as(Actor::anybody(), asked.world.revision, [&](auto& act) {
            return app::request_tie(act, {receipt->code, "bo@example.org"}, "sv", secret);
        }));
    });
}

TEST_CASE("links and sessions that are of no use go, with their mail a day after") {
    on_each_database([](TestDatabase& database) {
        const Owners owners{database};
        (void)owners.session(eva);
        REQUIRE(owners.ask(eva));
        const auto forget = [&] {
            return database.act([](auto& act) { return app::forget_own_links(act); }).value();
        };

        CHECK_FALSE(forget());
        database.now += own_link_life + 1ms;
        CHECK(forget());
        CHECK(owners.rows("own_link") == 0);
        CHECK(owners.rows("own_session") == 0);
        CHECK(owners.rows("mail") == 2);
        CHECK_FALSE(forget());
        database.now += 24h;
        CHECK(forget());
        CHECK(owners.rows("mail") == 0);
    });
}
