#include "app/moderation/reports.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/redaction.hpp"
#include "app/inspel/refusing.hpp"
#include "app/issue/issues.hpp"
#include "domain/field.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/decision/recount.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/report_store.hpp"
#include "support/conversations.hpp"

using namespace example;

namespace {

Actor moderator(std::int64_t id, const Process& process) {
    return {.user = {id}, .roles = {{process.id, Role::moderator}}, .is_operator = false};
}

/// A process with a published inspel, number 1, and two moderators.
struct Site {
    TestDatabase& database;
    World world = settle(database);
    Actor first = moderator(7, world.revision);
    Actor second = moderator(8, world.revision);
    app::Receipt inspel = received("Köp billiga däck i dag", "a");

    explicit Site(TestDatabase& where) : database{where} { publish(inspel.number); }

    app::Receipt received(const std::string& text, const std::string& key) const {
        return database
            .act(world.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, world.activity, draft(text), {key, secret});
                })
            .value();
    }
    void publish(int number) const {
        REQUIRE(database.act(world.revision, [&](auto& act) { return app::publish_inspel(act, number); }));
    }
    Result<app::ReportReceipt> report(
        const std::string& key, const std::string& why = "Det är reklam.") const {
        return database.act_as(Actor::anybody(), world.revision, [&](auto& act) {
            return app::report_content(act, {.inspel = inspel.number}, {"spam", why}, {key, secret});
        });
    }
    Result<ContentReport> decide(const Actor& who, Id<ContentReport> id, const ReportRuling& ruling) const {
        return database.act_as(
            who, world.revision, [&](auto& act) { return app::decide_report(act, id, ruling); });
    }
    Result<Inspel> decline(const Actor& who, int number) const {
        return database.act_as(who, world.revision,
            [&](auto& act) { return app::decline_inspel(act, number, "spam", "Det är reklam."); });
    }
    Result<Appeal> appeal(const std::string& code, const std::string& why = "Det är ingen reklam.") const {
        return database.act_as(
            Actor::anybody(), world.revision, [&](auto& act) { return app::appeal_refusal(act, code, why); });
    }
    Result<Appeal> look_again(const Actor& who, Id<Appeal> id, const std::string& outcome) const {
        return database.act_as(who, world.revision, [&](auto& act) {
            return app::decide_appeal(act, id, {outcome, "Vi läste igen."});
        });
    }
    Inspel now(int number) const {
        return store::inspel_numbered(*database.db, world.revision.id, number).value();
    }
    std::int64_t waiting() const { return store::count_reported_things(*database.db, world.revision.id); }
};

const ReportRuling down{"taken_down", "spam", "Det är reklam."};

}  // namespace

TEST_CASE("a report is kept once, hides nothing, and only an act of somebody who may takes the inspel down") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto receipt = site.report("r");
        REQUIRE(receipt);
        CHECK(site.report("r")->code == receipt->code);
        CHECK(site.report("r", "Något annat").error().kind == Failure::Kind::conflict);
        CHECK(site.now(1).state == Inspel::State::published);
        CHECK(site.waiting() == 1);

        const auto refused = site.decide(Actor::anybody(), receipt->report, down);
        CHECK(refused.error().kind == Failure::Kind::not_allowed);
        REQUIRE(site.decide(site.first, receipt->report, down));
        CHECK(site.now(1).state == Inspel::State::declined);
        CHECK(site.now(1).decline_reason == DeclineReason::spam);
        CHECK(site.waiting() == 0);
        CHECK(store::refusal_of(*database.db, site.inspel.inspel)->basis == Refusal::Basis::report);
        CHECK(store::counts_that_differ(*database.db, site.world.revision.id).empty());
    });
}

TEST_CASE(
    "a thousand reports by one person are one row in the queue, hide nothing, and are decided at once") {
    detail::on_sqlite([](TestDatabase& database) {
        const Site site{database};
        Id<ContentReport> newest;
        for (int n = 0; n < 1000; ++n) newest = site.report("r" + std::to_string(n))->report;
        CHECK(site.now(1).state == Inspel::State::published);
        CHECK(site.waiting() == 1);
        CHECK(store::reported_things(*database.db, site.world.revision.id, 10).front().reports == 1000);

        REQUIRE(site.decide(site.first, newest, {"stays", "", "Det bryter inte mot någon regel."}));
        CHECK(site.waiting() == 0);
        const auto code = site.report("r0")->code;
        const auto followed =
            store::report_of_code(*database.db, site.world.revision.id, app::digest_of_code(code));
        CHECK(followed->outcome == ContentReport::Outcome::stays);
    });
}

TEST_CASE("what came after the page was made is not decided by it, and the same report not twice") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto seen = site.report("a")->report;
        const auto later = site.report("b")->report;
        REQUIRE(site.decide(site.first, seen, {"stays", "", "Den får vara kvar."}));
        CHECK(site.waiting() == 1);
        CHECK_FALSE(store::find_report(*database.db, site.world.revision.id, later)->decided_at);
        CHECK(site.decide(site.first, seen, down).error().kind == Failure::Kind::conflict);
        CHECK(site.now(1).state == Inspel::State::published);
    });
}

TEST_CASE("a decision is what became of the thing: masked only when masked, gone only when gone") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto id = site.report("a")->report;
        const auto refused = [&](const std::string& outcome) {
            return site.decide(site.first, id, {outcome, "", "Därför."}).error().kind;
        };
        CHECK(refused("masked") == Failure::Kind::invalid);
        CHECK(refused("gone") == Failure::Kind::invalid);
        CHECK(refused("burned") == Failure::Kind::invalid);
        CHECK(site.decide(site.first, id, {"taken_down", "", "Därför."}).error().complaints.front().place ==
              Place{Field::decline_reason});
        CHECK(site.decide(site.first, id, {"stays", "", "  "}).error().complaints.front().place ==
              Place{Field::answer});
        REQUIRE(database.act(site.world.revision, [&](auto& act) {
            return app::redact(act, 1, {"däck", "vara"});
        }));
        CHECK(site.decide(site.first, id, {"masked", "", "Ordet är maskerat."}));

        database.now += 1s;
        const auto again = site.report("b")->report;
        CHECK(site.decide(site.first, again, {"masked", "", "Ordet är maskerat."}).error().kind ==
              Failure::Kind::invalid);
        REQUIRE(database.act(site.world.revision, [&](auto& act) {
            return app::redact(act, 1, {"Köp", "gör"});
        }));
        REQUIRE(database.act(
            site.world.revision, [&](auto& act) { return app::withdraw_inspel(act, site.inspel.code); }));
        CHECK(site.decide(site.first, again, down).error().kind == Failure::Kind::invalid);
        CHECK(site.decide(site.first, again, {"masked", "", "Resten får vara kvar."}).error().kind ==
              Failure::Kind::invalid);
        CHECK(site.decide(site.first, again, {"gone", "", "Avsändaren tog tillbaka det."}));
    });
}

TEST_CASE("only what everybody can read is reported, and never through another process") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto other = settle(database, "annan");
        const auto waiting = site.received("Ett till", "b");
        const auto report = [&](const Process& process, const app::ReportedPlace& place) {
            return database.act_as(Actor::anybody(), process, [&](auto& act) {
                return app::report_content(act, place, {"insult", "Fel."}, {"k", secret});
            });
        };
        CHECK(
            report(site.world.revision, {.inspel = waiting.number}).error().kind == Failure::Kind::not_found);
        CHECK(report(site.world.revision, {.inspel = 99}).error().kind == Failure::Kind::not_found);
        CHECK(report(other.revision, {.inspel = 1}).error().kind == Failure::Kind::not_found);
        CHECK(report(site.world.revision, {.activity = "finns-inte", .statement = 1}).error().kind ==
              Failure::Kind::not_found);
        const auto id = site.report("a")->report;
        const auto stranger = moderator(9, other.revision);
        CHECK(database
                  .act_as(
                      stranger, other.revision, [&](auto& act) { return app::decide_report(act, id, down); })
                  .error()
                  .kind == Failure::Kind::not_found);
    });
}

TEST_CASE("a statement that is reported is taken away from the votes with its own reason") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto conversation = start_conversation(database, site.world.revision);
        const auto receipt = database.act_as(Actor::anybody(), site.world.revision, [&](auto& act) {
            return app::report_content(act, {.activity = "rosta", .statement = 2},
                {"personal_data", "Den pekar ut någon."}, {"k", secret});
        });
        REQUIRE(receipt);
        REQUIRE(site.decide(site.first, receipt->report, {"taken_down", "personal_data", "Den pekar ut."}));
        const auto statement = store::statement_numbered(*database.db, conversation.activity.id, 2).value();
        CHECK(statement.state == Statement::State::rejected);
        CHECK(statement.reason == RejectReason::personal);
        CHECK(statement.note.empty());
    });
}

TEST_CASE("what was masked for the first report is not masked for one that came after") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        REQUIRE(site.report("a"));
        REQUIRE(database.act(site.world.revision, [&](auto& act) {
            return app::redact(act, 1, {"däck", "vara"});
        }));
        database.now += 1s;
        const auto later = site.report("b", "Resten är också reklam.")->report;
        CHECK(site.decide(site.first, later, {"masked", "", "Det är maskerat."}).error().kind ==
              Failure::Kind::invalid);
        CHECK(site.waiting() == 1);
    });
}

TEST_CASE("a statement of a frozen conversation is taken down by a report, and by nothing else") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto conversation = start_conversation(database, site.world.revision);
        vote_in_camps(conversation, 3);
        auto keeps = updater_of(conversation);
        REQUIRE(conversation.act(app::close_conversation));
        keeps.refresh();
        REQUIRE(conversation.act(app::freeze_conversation));
        const auto receipt = database.act_as(Actor::anybody(), site.world.revision, [&](auto& act) {
            return app::report_content(
                act, {.activity = "rosta", .statement = 2}, {"insult", "Den kränker."}, {"k", secret});
        });
        REQUIRE(receipt);
        CHECK(conversation.act(app::moderate_statement, 2, Ruling{"rejected", "insult", ""}).error().kind ==
              Failure::Kind::closed);
        REQUIRE(site.decide(site.first, receipt->report, {"taken_down", "insult", "Den kränker."}));
        CHECK(store::statement_numbered(*database.db, conversation.activity.id, 2)->state ==
              Statement::State::rejected);
    });
}

TEST_CASE("an appeal is decided by somebody else than who declined, once") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto sent = site.received("Ett inspel om bussar", "b");
        REQUIRE(site.decline(site.first, sent.number));
        const auto appeal = site.appeal(sent.code).value();
        CHECK(site.appeal(sent.code)->id == appeal.id);
        CHECK(site.appeal(sent.code, "Något annat").error().kind == Failure::Kind::conflict);

        CHECK(site.look_again(site.first, appeal.id, "restored").error().kind == Failure::Kind::not_allowed);
        CHECK(site.now(sent.number).state == Inspel::State::declined);
        CHECK(store::count_waiting_appeals(*database.db, site.world.revision.id) == 1);
        REQUIRE(site.look_again(site.second, appeal.id, "restored"));
        CHECK(site.now(sent.number).state == Inspel::State::published);
        CHECK(site.look_again(site.second, appeal.id, "upheld").error().kind == Failure::Kind::conflict);
        CHECK(store::count_waiting_appeals(*database.db, site.world.revision.id) == 0);
        CHECK(store::counts_that_differ(*database.db, site.world.revision.id).empty());
    });
}

TEST_CASE("the first decider cannot go round an appeal by trying the inspel again") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto sent = site.received("Ett inspel om bussar", "b");
        REQUIRE(site.decline(site.first, sent.number));
        const auto appeal = site.appeal(sent.code).value();
        const auto reopen = [&] {
            return database.act_as(site.first, site.world.revision,
                [&](auto& act) { return app::reopen_inspel(act, sent.number); });
        };
        CHECK(reopen().error().kind == Failure::Kind::conflict);
        REQUIRE(site.look_again(site.second, appeal.id, "upheld"));
        CHECK(site.now(sent.number).state == Inspel::State::declined);
        CHECK(site.appeal(sent.code, "Igen").error().kind == Failure::Kind::conflict);
        REQUIRE(reopen());
        REQUIRE(site.decline(site.second, sent.number));
        CHECK(site.appeal(sent.code, "Igen"));
    });
}

TEST_CASE("nobody appeals without the code, nor what is not declined") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto sent = site.received("Ett inspel om bussar", "b");
        CHECK(site.appeal(sent.code).error().kind == Failure::Kind::closed);
        REQUIRE(site.decline(site.first, sent.number));
        CHECK(site.appeal("").error().kind == Failure::Kind::not_found);
        CHECK(site.appeal("0000000000000000000000").error().kind == Failure::Kind::not_found);
        CHECK(site.appeal(site.inspel.code).error().kind == Failure::Kind::closed);
        CHECK(site.appeal(sent.code, " \n").error().kind == Failure::Kind::invalid);
    });
}

TEST_CASE("what was taken down and answered comes back whole, and what is erased leaves no words behind") {
    on_each_database([](TestDatabase& database) {
        const Site site{database};
        const auto act = [&](auto verb) { return database.act(site.world.revision, verb); };
        const auto issue = act([&](auto& in) {
            return app::split_inspel(in, 1, {"billiga", "", "", "", {}}, today);
        }).value();
        REQUIRE(act([&](auto& in) { return app::answer_issue(in, issue.id, "noterat", "Tack.", {}); }));
        REQUIRE(act([&](auto& in) { return app::split_inspel(in, 1, {"däck", "", "", "", {}}, today); }));
        REQUIRE(site.decide(site.first, site.report("a", "Ordet billiga")->report, down));
        CHECK(store::issues_of(*database.db, site.inspel.inspel).size() == 1);
        CHECK(store::counts_that_differ(*database.db, site.world.revision.id).empty());
        const auto appeal = site.appeal(site.inspel.code, "Ordet billiga är inget brott.").value();
        REQUIRE(site.look_again(site.second, appeal.id, "restored"));
        CHECK(store::counts_that_differ(*database.db, site.world.revision.id).empty());

        REQUIRE(act([&](auto& in) {
            return app::erase_inspel(
                in, 1, {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1/2026"});
        }));
        CHECK(database.db->run("SELECT id FROM appeal WHERE text <> ''").empty());
        CHECK(database.db->run("SELECT id FROM content_report WHERE text <> ''").empty());
    });
}
