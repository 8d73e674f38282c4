#include "app/retention/retention.hpp"

#include "app/correction/correction.hpp"
#include "app/decision/decision.hpp"
#include "app/inspel/files.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/refusing.hpp"
#include "app/issue/issues.hpp"
#include "app/issue/splitting.hpp"
#include "app/mail/following.hpp"
#include "app/moderation/reports.hpp"
#include "app/organisation/mandate.hpp"
#include "app/organisation/organisation.hpp"
#include "app/own_page/own_acts.hpp"
#include "app/own_page/own_page.hpp"
#include "app/referral/referral.hpp"
#include "store/decision/recount.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/privacy/sweep.hpp"
#include "store/retention/retention_store.hpp"
#include "support/referral.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

using Kind = RetentionKind;
using From = RetentionEvent;
using Unit = RetentionRule::Unit;

RetentionRule rule_of(Kind kind, From event, int amount = 1, Unit unit = Unit::day) {
    RetentionRule rule;
    rule.kind = kind;
    rule.event = event;
    rule.amount = amount;
    rule.unit = unit;
    rule.decision = "RS 2026/123";
    rule.decided_on = today;
    return rule;
}

/// A process with rules, and a clock that goes day by day as the server sees it.
struct Keeper {
    TestDatabase& database;
    World world = settle(database);
    World other = settle(database, "annan");

    explicit Keeper(TestDatabase& where) : database{where} {}

    template <class Verb>
    auto act(Verb verb) const {
        return database.act(world.revision, std::move(verb));
    }
    void decide(const RetentionRule& rule) const {
        REQUIRE(act([&](auto& act) { return app::decide_retention(act, rule, today); }));
    }
    /// The server is there each day up to noon of the day, so many after today.
    void live_until(int days_after) const {
        auto day = stockholm.day(database.now);
        for (const auto last = today + std::chrono::days{days_after}; day <= last;
             day += std::chrono::days{1})
            see(day);
        database.now = noon + std::chrono::days{days_after};
    }
    void see(Day day) const {
        (void)database.act([&](auto& act) { return app::note_retention_round(act, day); });
    }
    int erase(Kind kind) const {
        int all = 0;
        for (int gone = 1; gone > 0; all += gone)
            gone = act([&](auto& act) { return app::erase_out_of_time(act, kind, stockholm); }).value();
        return all;
    }
    app::Receipt send(
        const std::string& contact, const std::string& key, std::vector<app::SentFile> files = {}) const {
        auto typed = draft("Fler bussar och tåg");
        typed.contact = contact;
        return act([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {key, secret, files});
        }).value();
    }
    /// In the register, with an address that answers for it.
    void add_village() const {
        Organisation village;
        village.name = "Byalaget";
        village.registrar = "byalaget@example.org";
        village.kind = OrganisationKind::civil_society;
        (void)act([&](auto& act) { return app::add_organisation(act, village); }).value();
    }
    app::Receipt send_for_village(const std::string& contact, const std::string& key) const {
        auto typed = draft("Fler bussar och tåg");
        typed.contact = contact;
        typed.organisation = "Byalaget";
        const auto receipt = act([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {key, secret});
        }).value();
        answer(receipt.number);
        return receipt;
    }
    Mandate ask(const app::Receipt& receipt) const {
        return act([&](auto& act) {
            return app::ask_for_mandate(act, receipt.code, {"Eva", "eva@example.org"}, today);
        }).value();
    }
    Mandate confirm(const Mandate& mandate) const {
        const app::MandateLink link{app::registrars_link(mandate, secret), secret};
        const Confirmation yes{"Bo", Mandate::Scope::process, today};
        return act([&](auto& act) { return app::confirm_mandate(act, link, yes, today); }).value();
    }
    /// Publishes it with one issue that has a public answer.
    void answer(int number) const {
        (void)act([&](auto& act) { return app::publish_inspel(act, number); }).value();
        const auto issue = act([&](auto& act) {
            return app::split_inspel(act, number, {"Fler bussar", "", "", "", {}}, today);
        }).value();
        (void)act([&](auto& act) { return app::set_rest_aside(act, number); }).value();
        const auto answer =
            act([&](auto& act) { return app::answer_issue(act, issue.id, "noterat", "Tack", {}); }).value();
        (void)act([&](auto& act) { return app::publish_answers(act, {answer.id}); }).value();
        mail_goes();
    }
    /// The mail server takes all that waits.
    void mail_goes() const {
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1 WHERE state = 'waiting'", database.now);
    }
    std::string contact(const app::Receipt& receipt) const {
        return store::contact_of(*database.db, receipt.inspel);
    }
    std::int64_t rows(const std::string& table) const {
        return database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

}  // namespace

TEST_CASE("without a decision nothing is erased, however old it is") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        keeper.live_until(3);
        database.now += std::chrono::days{36'500};

        for (const auto& name : names_of<Kind>) CHECK(keeper.erase(name.value) == 0);
        CHECK(keeper.contact(sent) == "eva@example.org");
        CHECK(keeper.rows("retention_erased") == 0);
    });
}

TEST_CASE("what is of the whole site is decided by whoever leads all of it, and by nobody else") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        auto leader = with_role(Role::process_leader, keeper.world.revision);
        const auto decides = [&](Kind kind) {
            return database.act_as(leader, keeper.world.revision, [&](auto& act) {
                return app::decide_retention(act, rule_of(kind, events_of(kind).front()), today);
            });
        };
        const auto ends = [&](Kind kind) {
            return database.act_as(
                leader, keeper.world.revision, [&](auto& act) { return app::end_retention(act, kind); });
        };
        for (const auto& name : names_of<Kind>) {
            CAPTURE(name.word);
            CHECK(decides(name.value).has_value() != is_of_site(name.value));
        }
        keeper.decide(rule_of(Kind::sign_ins, events_of(Kind::sign_ins).front()));
        CHECK(ends(Kind::sign_ins).error().kind == Failure::Kind::not_allowed);

        leader.roles[keeper.other.revision.id] = Role::handler;
        CHECK(decides(Kind::sign_ins).error().kind == Failure::Kind::not_allowed);
        leader.roles[keeper.other.revision.id] = Role::process_leader;
        CHECK(decides(Kind::sign_ins));
        CHECK(ends(Kind::sign_ins));
    });
}

TEST_CASE(
    "how a sender is reached goes on the day after its last, with the mail that held it, and nothing else") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto answered = keeper.send("eva@example.org", "a");
        const auto waiting = keeper.send("bo@example.org", "b");
        keeper.answer(answered.number);
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 3));

        keeper.live_until(3);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.live_until(4);
        const auto logged = store::log_size(*database.db);
        CHECK(keeper.erase(Kind::sender_contact) == 1);
        CHECK(keeper.contact(answered).empty());
        CHECK(store::mail_to(*database.db, "eva@example.org").empty());
        CHECK(keeper.contact(waiting) == "bo@example.org");
        CHECK(store::find_inspel(*database.db, answered.inspel)->text == "Fler bussar och tåg");
        const auto entry = store::log_entries(*database.db, logged, 1).at(0);
        CHECK(entry.find("retention.erased") != entry.npos);
        CHECK(entry.find("RS 2026/123") != entry.npos);
        CHECK(entry.find("eva") == entry.npos);
        CHECK(store::newest_to_sweep(*database.db) == logged);
        CHECK(store::counts_that_differ(*database.db, keeper.world.revision.id).empty());
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        const auto erased = store::retention_erased(*database.db, keeper.world.revision.id, 10);
        REQUIRE(erased.size() == 1);
        CHECK(erased[0].things == 1);
        CHECK(erased[0].day == today + std::chrono::days{4});
    });
}

TEST_CASE(
    "the address on a question to an organisation goes too, with its mail, also where the inspel has none") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        keeper.add_village();
        const auto waiting = keeper.ask(keeper.send_for_village("eva@example.org", "a"));
        const auto confirmed = keeper.confirm(keeper.ask(keeper.send_for_village("", "b")));
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.live_until(3);

        CHECK(keeper.erase(Kind::sender_contact) == 2);

        const auto ended = store::find_mandate(*database.db, waiting.id).value();
        CHECK(ended.state() == Mandate::State::withdrawn);
        CHECK(ended.link_key.empty());
        CHECK_FALSE(ended.stood_from());
        const auto stands = store::find_mandate(*database.db, confirmed.id).value();
        CHECK(stands.state() == Mandate::State::stands);
        for (const auto& one : {ended, stands}) CHECK(one.address.empty());
        CHECK(store::mail_to(*database.db, "eva@example.org").empty());
        CHECK(store::mail_to(*database.db, "byalaget@example.org").empty());
        CHECK(keeper.erase(Kind::sender_contact) == 0);
    });
}

TEST_CASE("a day is the region's own: what is answered after midnight in Stockholm is of the next day") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto midnight = stockholm.start_of(today + std::chrono::days{1});
        database.now = midnight - 1ms;
        keeper.answer(keeper.send("eva@example.org", "a").number);
        database.now = midnight;
        keeper.answer(keeper.send("bo@example.org", "b").number);
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 1));
        for (int day = 1; day <= 5; ++day) keeper.see(today + std::chrono::days{day});

        database.now = stockholm.start_of(today + std::chrono::days{3}) - 1ms;
        CHECK(keeper.erase(Kind::sender_contact) == 0);  // the decision was written down yesterday
        database.now += 1ms;
        CHECK(keeper.erase(Kind::sender_contact) == 2);
    });
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 5));
        const auto midnight = stockholm.start_of(today + std::chrono::days{1});
        database.now = midnight - 1ms;
        keeper.answer(keeper.send("eva@example.org", "a").number);
        database.now = midnight;
        keeper.answer(keeper.send("bo@example.org", "b").number);
        for (int day = 1; day <= 9; ++day) keeper.see(today + std::chrono::days{day});

        database.now = stockholm.start_of(today + std::chrono::days{6}) - 1ms;
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        database.now += 1ms;
        CHECK(keeper.erase(Kind::sender_contact) == 1);
        database.now = stockholm.start_of(today + std::chrono::days{7});
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE("a clock that is set forward erases nothing, nor does one that has just been set right") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 2, Unit::year));
        keeper.live_until(2);

        database.now = noon + std::chrono::days{4'000};
        keeper.see(stockholm.day(database.now));
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        database.now += std::chrono::days{1};
        keeper.see(stockholm.day(database.now));
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        database.now = noon + std::chrono::days{3};
        keeper.see(stockholm.day(database.now));
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        CHECK(keeper.contact(sent) == "eva@example.org");
        // One that is right after all is believed on the third day.
        for (int day = 4'000; day <= 4'002; ++day) keeper.see(today + std::chrono::days{day});
        database.now = noon + std::chrono::days{4'002};
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE("an answer that is taken up again stops the time, and so does a process that goes on") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.live_until(5);
        (void)keeper.act([&](auto& act) { return app::split_again(act, sent.number); }).value();

        CHECK(keeper.erase(Kind::sender_contact) == 0);
        CHECK(keeper.contact(sent) == "eva@example.org");
        (void)keeper.act([&](auto& act) { return app::set_rest_aside(act, sent.number); }).value();
        keeper.mail_goes();
        CHECK(keeper.erase(Kind::sender_contact) == 1);

        // Nothing has been decided in the process, so what waits for its end is kept.
        keeper.decide(rule_of(Kind::followers, From::process_closed));
        (void)database.act_as(Actor::anybody(), keeper.world.revision,
            [&](auto& act) { return app::follow(act, "bo@example.org", "process", "sv", today); });
        keeper.live_until(20);
        CHECK_FALSE(store::closing_day(*database.db, stockholm, keeper.world.revision.id));
        CHECK(keeper.erase(Kind::followers) == 0);
        CHECK(keeper.rows("subscriber") == 1);
    });
}

TEST_CASE("a decision that ends erases nothing more, and a new one begins anew to wait") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.live_until(5);
        const auto end = [&] {
            return keeper.act([](auto& act) { return app::end_retention(act, Kind::sender_contact); });
        };

        CHECK(end());
        CHECK_FALSE(end());
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 2));
        CHECK(keeper.rows("retention_rule") == 3);
        CHECK(store::retention_in_force(*database.db).size() == 1);
        keeper.live_until(6);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.live_until(7);
        CHECK(keeper.erase(Kind::sender_contact) == 1);
        CHECK(store::retention_rules(*database.db, keeper.world.revision.id).size() == 3);
        CHECK(store::retention_rules(*database.db, keeper.other.revision.id).empty());
    });
}

TEST_CASE("many go in several acts, each with its number in the log, and the sum is theirs all") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        constexpr int many = 120;
        for (int i = 0; i < many; ++i)
            (void)keeper.send("p" + std::to_string(i) + "@example.org", "k" + std::to_string(i));
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1", noon);
        keeper.decide(rule_of(Kind::mail, From::sent));
        keeper.live_until(3);
        const auto logged = store::log_size(*database.db);

        const auto once =
            keeper.act([](auto& act) { return app::erase_out_of_time(act, Kind::mail, stockholm); });
        CHECK(*once == 50);  // and then the program is killed
        CHECK(keeper.rows("mail") == many - 50);
        CHECK(keeper.erase(Kind::mail) == many - 50);
        CHECK(keeper.rows("mail") == 0);
        CHECK(store::log_size(*database.db) == logged + 3);
        const auto erased = store::retention_erased(*database.db, keeper.world.revision.id, 10);
        REQUIRE(erased.size() == 1);
        CHECK(erased[0].things == many);
    });
}

TEST_CASE("mail that waits or whose fate is not decided stays, and another process's too") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        (void)keeper.send("eva@example.org", "a");
        keeper.decide(rule_of(Kind::mail, From::sent));
        keeper.live_until(10);

        CHECK(keeper.erase(Kind::mail) == 0);
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1", noon);
        (void)database.act(keeper.other.revision,
            [&](auto& act) { return app::decide_retention(act, rule_of(Kind::mail, From::sent), today); });
        const auto elsewhere = database.act(keeper.other.revision,
            [&](auto& act) { return app::erase_out_of_time(act, Kind::mail, stockholm); });
        CHECK(*elsewhere == 0);
        CHECK(keeper.erase(Kind::mail) == 1);
    });
}

TEST_CASE("files go with their bytes and the salts of their digests; the words and their salts stay") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        (void)keeper.act([](auto& act) { return app::take_files(act, FileKinds::mail); });
        const auto sent = keeper.send("eva@example.org", "a", {{"karta.pdf", "%PDF-1.7"}});
        keeper.answer(sent.number);
        const auto salts = [&] { return store::salts_of(*database.db, sent.log_place).size(); };
        const auto before = salts();
        keeper.decide(rule_of(Kind::sender_files, From::answered));
        keeper.live_until(3);

        CHECK(keeper.erase(Kind::sender_files) == 1);
        CHECK(store::files_of(*database.db, sent.inspel).empty());
        CHECK(keeper.rows("original_bytes") == 0);
        CHECK(salts() == before - 1);
        CHECK(store::find_inspel(*database.db, sent.inspel)->text == "Fler bussar och tåg");
        CHECK(keeper.contact(sent) == "eva@example.org");
        CHECK(store::counts_that_differ(*database.db, keeper.world.revision.id).empty());
    });
}

TEST_CASE("notes on an inspel that is not shown wait for who has asked that somebody looks again") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        (void)keeper
            .act([&](auto& act) {
                return app::decline_inspel(act, sent.number, "off_topic", "Det rör en granne.");
            })
            .value();
        (void)database
            .act_as(Actor::anybody(), keeper.world.revision,
                [&](auto& act) { return app::appeal_refusal(act, sent.code, "Det gör det inte."); })
            .value();
        keeper.decide(rule_of(Kind::refusals, From::decided));
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.live_until(9);

        CHECK(keeper.erase(Kind::refusals) == 0);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        CHECK(store::find_inspel(*database.db, sent.inspel)->decline_note == "Det rör en granne.");
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE appeal SET outcome = 'upheld', answer = 'Nej', decided_at = $1", noon);
        CHECK(keeper.erase(Kind::refusals) == 1);
        CHECK(store::find_inspel(*database.db, sent.inspel)->decline_note.empty());
        CHECK(keeper.erase(Kind::refusals) == 0);
        keeper.mail_goes();
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE(
    "who asked that somebody looks again is reached as long after that as others after the first answer") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        (void)keeper
            .act([&](auto& act) { return app::decline_inspel(act, sent.number, "off_topic", "Nej."); })
            .value();
        (void)database
            .act_as(Actor::anybody(), keeper.world.revision,
                [&](auto& act) { return app::appeal_refusal(act, sent.code, "Jo."); })
            .value();
        keeper.mail_goes();
        keeper.decide(rule_of(Kind::sender_contact, From::answered, 3));
        keeper.live_until(20);
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE appeal SET outcome = 'upheld', answer = 'Nej', decided_at = $1", database.now);

        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.live_until(23);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.live_until(24);
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE("a sender who waits for an answer, or for the mail that says so, stays to be reached") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        const auto anybody = [&](const Process& process, auto verb) {
            return database.act_as(Actor::anybody(), process, verb).value();
        };
        (void)anybody(
            {}, [](auto& act) { return app::request_own_link(act, "eva@example.org", "sv", secret); });
        const auto token =
            app::own_link_token(store::mail_to(*database.db, "eva@example.org").back(), secret);
        const auto session = anybody({}, [&](auto& act) { return app::open_own_page(act, token, ""); });
        const auto request = anybody(keeper.world.revision, [&](auto& act) {
            OwnRequest typed;
            typed.text = "Mitt namn är fel.";
            return app::send_own_request(act, session, sent.number, typed, "form");
        });
        keeper.mail_goes();
        keeper.decide(rule_of(Kind::sender_contact, From::answered));
        keeper.live_until(9);

        CHECK(keeper.erase(Kind::sender_contact) == 0);
        (void)keeper
            .act([&](auto& act) { return app::answer_own_request(act, request.id, "Det är rättat."); })
            .value();
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        CHECK(keeper.contact(sent) == "eva@example.org");
        keeper.mail_goes();
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE("a decision of long ago closes a process from the day on which it is written down or corrected") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const StrategyProcess at{database, keeper.world};
        const auto sent = keeper.send("eva@example.org", "a");
        keeper.answer(sent.number);
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE activity SET closes = $1", today - std::chrono::days{500});
        Decision draft;
        draft.body = at.assembly.id;
        draft.version = at.freezes(Version::Kind::proposal).value().id;
        draft.decided_on = today - std::chrono::days{400};
        draft.paragraph = "§ 12";
        draft.diary_number = "RS/1/2026";
        draft.text = "Strategin antas.";
        at.does([&](auto& act) { return app::decide(act, draft, today); });
        keeper.decide(rule_of(Kind::sender_contact, From::process_closed, 30));
        const auto closed = [&] {
            return store::closing_day(*database.db, stockholm, keeper.world.revision.id);
        };

        CHECK(closed() == today);
        keeper.live_until(10);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        const auto earlier = time::iso(draft.decided_on - std::chrono::days{1});
        at.does([&](auto& act) {
            return app::correct_decision(act, 1, {{{Correction::Aspect::decided_on, earlier}}, "Fel dag"},
                today + std::chrono::days{10});
        });
        CHECK(closed() == today + std::chrono::days{10});
        keeper.live_until(40);
        CHECK(keeper.erase(Kind::sender_contact) == 0);
        keeper.live_until(41);
        CHECK(keeper.erase(Kind::sender_contact) == 1);
    });
}

TEST_CASE("how a party is reached goes after its own last day, also when it got more time") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        (void)asked.act([&](auto& act) {
            return app::decide_retention(act, rule_of(Kind::party_contact, From::referral_closed), today);
        });
        const auto later =
            asked
                .act([&](auto& act) {
                    return app::extend_party(act, asked.party(), last_day + std::chrono::days{10});
                })
                .value();
        const auto erase_after = [&](int days) {
            const auto day = last_day + std::chrono::days{days};
            for (int back = 0; back <= 2; ++back)
                (void)database.act(
                    [&](auto& act) { return app::note_retention_round(act, day - std::chrono::days{back}); });
            database.now = stockholm.start_of(day);
            return *asked.act(
                [](auto& act) { return app::erase_out_of_time(act, Kind::party_contact, stockholm); });
        };

        CHECK(erase_after(2) == 0);  // the other has no address
        CHECK(erase_after(11) == 0);
        CHECK(erase_after(12) == 1);
        CHECK(store::find_party(*database.db, later.id)->contact.empty());
        CHECK(store::find_party(*database.db, later.id)->name == "Bergs kommun");
    });
}

TEST_CASE("only a process leader decides, each in their own process, and a wrong decision is refused whole") {
    on_each_database([](TestDatabase& database) {
        const Keeper keeper{database};
        const auto decide = [&](const Actor& actor, const RetentionRule& rule) {
            return database.act_as(actor, keeper.world.revision,
                [&](auto& act) { return app::decide_retention(act, rule, today); });
        };
        const auto rule = rule_of(Kind::mail, From::sent);

        for (const auto role : {Role::viewer, Role::moderator, Role::editor, Role::handler})
            CHECK_FALSE(decide(with_role(role, keeper.world.revision), rule));
        CHECK_FALSE(decide(Actor::anybody(), rule));
        CHECK_FALSE(decide(with_role(Role::process_leader, keeper.other.revision), rule));
        auto without = rule;
        without.decision.clear();
        CHECK_FALSE(decide(with_role(Role::process_leader, keeper.world.revision), without));
        CHECK(keeper.rows("retention_rule") == 0);
        CHECK(decide(with_role(Role::process_leader, keeper.world.revision), rule));
    });
}
