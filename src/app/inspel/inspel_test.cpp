#include "app/inspel/inspel.hpp"

#include "app/issue/issues.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/correction/correction_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

const auto bus = "Bussen går för tidigt. Skriv in mötesplatserna.";

Result<app::Receipt> send(
    TestDatabase& database, const World& world, const std::string& text, const std::string& form_key) {
    return database.act(world.revision, [&](auto& act) {
        return app::receive_inspel(act, world.activity, draft(text), {form_key, secret});
    });
}

Result<Inspel> publish(TestDatabase& database, const World& world, int number) {
    return database.act(world.revision, [&](auto& act) { return app::publish_inspel(act, number); });
}

Result<Issue> split(TestDatabase& database, const World& world, const std::string& quote) {
    IssueDraft cut;
    cut.quote = quote;
    return database.act(world.revision, [&](auto& act) { return app::split_inspel(act, 1, cut, today); });
}

auto group(TestDatabase& database, const World& world, const std::vector<Id<Issue>>& issues) {
    return database.act(world.revision, [&](auto& act) { return app::group_issues(act, issues, "Lika"); });
}

Result<Answer> answer(
    TestDatabase& database, const World& world, Id<Issue> issue, const std::vector<Id<Issue>>& alike) {
    return database.act(world.revision,
        [&](auto& act) { return app::answer_issue(act, issue, "tillgodosett", "Det är inskrivet.", alike); });
}

}  // namespace

TEST_CASE("a received inspel and its log entry are saved together") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto before = store::log_size(*database.db);
        const auto receipt = send(database, world, bus, "form-1");

        REQUIRE(receipt);
        CHECK(receipt->code.size() == 21);
        CHECK(receipt->number == 1);
        CHECK(store::log_size(*database.db) == before + 1);
        CHECK(store::find_inspel(*database.db, receipt->inspel)->text == bus);
    });
}

TEST_CASE("when the log cannot be written, no inspel is kept") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto owner = sql::open(database.where, sql::Access::read_write);
        owner->script("DROP TABLE log_salt");

        CHECK_THROWS_AS(send(database, world, bus, "form-1"), sql::Error);
        CHECK_FALSE(store::inspel_numbered(*database.db, world.revision.id, 1));
    });
}

TEST_CASE("a form sent twice gives one inspel and the same receipt") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto first = send(database, world, bus, "form-1");
        const auto again = send(database, world, bus, "form-1");

        REQUIRE(again);
        CHECK(again->code == first->code);
        CHECK(again->was_here);
        CHECK_FALSE(store::inspel_numbered(*database.db, world.revision.id, 2));
    });
}

TEST_CASE("a form sent again with other words is a conflict, so that nothing is lost unseen") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, bus, "form-1"));
        const auto other = send(database, world, "Något annat.", "form-1");

        REQUIRE_FALSE(other);
        CHECK(other.error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a role in one process lets nobody act in another") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto other = settle(database, "annan");
        REQUIRE(send(database, world, bus, "form-1"));
        const auto published = database.act_as(with_role(Role::process_leader, other.revision),
            world.revision, [&](auto& act) { return app::publish_inspel(act, 1); });

        REQUIRE_FALSE(published);
        CHECK(published.error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("the code finds the inspel however it was typed, and another code does not") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto receipt = send(database, world, bus, "form-1");
        const auto typed = " " + text::lower(readable_code(receipt->code)) + " ";

        CHECK(store::inspel_of_code(*database.db, world.revision.id, app::digest_of_code(typed)));
        CHECK_FALSE(store::inspel_of_code(
            *database.db, world.revision.id, app::digest_of_code("K7QFM2TR9XHD00000000")));
    });
}

TEST_CASE("a published inspel is found by any form of its words, and no longer when it is withdrawn") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto receipt = send(database, world, bus, "form-1");
        store::InspelFilter asked;
        asked.words = "mötesplats";
        const auto found = [&] {
            return store::list_inspel(*database.db, world.revision.id, asked, {}, 20).rows.size();
        };

        CHECK(found() == 0);
        REQUIRE(publish(database, world, 1));
        CHECK(found() == 1);
        REQUIRE(database.act(
            world.revision, [&](auto& act) { return app::withdraw_inspel(act, receipt->code); }));
        CHECK(found() == 0);
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::state).at("withdrawn") == 1);
    });
}

TEST_CASE("å and a are different letters in a search") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, "Fåren behöver bete.", "form-1"));
        REQUIRE(publish(database, world, 1));
        const auto hits = [&](const char* words) {
            store::InspelFilter asked;
            asked.words = words;
            return store::count_inspel(*database.db, world.revision.id, asked, 10);
        };

        CHECK(hits("får") == 1);
        CHECK(hits("faran") == 0);
        CHECK(hits("'; DROP TABLE inspel --") == 0);
    });
}

TEST_CASE("an answer is held back until it is published, and then counted") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, bus, "form-1"));
        REQUIRE(publish(database, world, 1));
        const auto issue = split(database, world, "Skriv in mötesplatserna.");
        REQUIRE(issue);
        REQUIRE(answer(database, world, issue->id, {}));

        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::issue).at("vantar") == 1);
        REQUIRE(database.act(world.revision, [&](auto& act) { return app::publish_answers(act, {}); }) == 1);
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::issue).at("vantar") == 0);
        CHECK(
            store::tally_of(*database.db, world.revision.id, store::Counter::issue).at("tillgodosett") == 1);
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::desk).at("held") == 0);
    });
}

namespace {

/// An issue of a published inspel, with an answer that is held back.
struct Answered {
    TestDatabase& database;
    World world = settle(database);
    Id<Issue> issue = {};

    explicit Answered(TestDatabase& where) : database{where} {
        REQUIRE(send(database, world, bus, "form-1"));
        REQUIRE(publish(database, world, 1));
        issue = split(database, world, "Skriv in mötesplatserna.")->id;
        REQUIRE(answer(database, world, issue, {}));
    }
    void publish_answer() const {
        REQUIRE(database.act(world.revision, [&](auto& act) { return app::publish_answers(act, {}); }) == 1);
    }
    Result<Answer> change(const app::Rewording& rewording) const {
        return database.act(
            world.revision, [&](auto& act) { return app::change_published_answer(act, issue, rewording); });
    }
};

const app::Rewording partly{"delvis", "En av dem är inskriven.", "Rådet sade nej till den andra"};

}  // namespace

TEST_CASE("an answer is changed once it is public, with a reason, and only into another") {
    on_each_database([](TestDatabase& database) {
        const Answered at{database};
        CHECK(at.change(partly).error().kind == Failure::Kind::conflict);  // held back: it is only corrected
        at.publish_answer();
        CHECK(answer(database, at.world, at.issue, {}).error().kind == Failure::Kind::conflict);
        CHECK(at.change({"delvis", "", " "}).error().complaints.size() == 2);
        const auto same = at.change({"tillgodosett", "Det är inskrivet.", "Ingen ändring"});
        CHECK(same.error().complaints.front().place == Field::answer);
        CHECK(at.change(partly));
    });
}

TEST_CASE("a public answer that was changed is counted by its new outcome, and the log knows of it") {
    on_each_database([](TestDatabase& database) {
        const Answered at{database};
        at.publish_answer();
        database.now += 24h;
        const auto entries = store::log_size(*database.db);
        const auto changed = at.change(partly);
        REQUIRE(changed);
        CHECK(changed->published_at == changed->written_at);
        CHECK(store::log_size(*database.db) == entries + 3);
        const auto corrections =
            store::corrections_of(*database.db, Correction::Kind::answer, changed->id.value);
        REQUIRE(corrections.size() == 2);
        CHECK(corrections.front().made_at == database.now);
        CHECK(corrections.front().was == "tillgodosett");
        CHECK(corrections.back().right == "En av dem är inskriven.");
        const auto outcomes = store::tally_of(*database.db, at.world.revision.id, store::Counter::issue);
        CHECK(outcomes.at("tillgodosett") == 0);
        CHECK(outcomes.at("delvis") == 1);
    });
}

TEST_CASE("alike issues are answered once, and each has the answer") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, bus, "form-1"));
        REQUIRE(publish(database, world, 1));
        const auto one = split(database, world, "Bussen går");
        const auto two = split(database, world, "Skriv in mötesplatserna.");
        REQUIRE(group(database, world, {one->id, two->id}));
        const auto apart = split(database, world, "för tidigt.");
        CHECK(answer(database, world, one->id, {apart->id}).error().kind == Failure::Kind::conflict);
        CHECK(store::held_answers(*database.db, world.revision.id, {}, 9).empty());
        REQUIRE(answer(database, world, one->id, {two->id}));

        for (const auto& issue : store::issues_of(*database.db, one->inspel))
            CHECK(bool{issue.answer} == (issue.id != apart->id));
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::desk).at("unanswered") == 1);
        CHECK(answer(database, world, apart->id, {two->id}).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("what is withdrawn leaves nothing to answer, and no number that says so") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto receipt = send(database, world, bus, "form-1");
        REQUIRE(publish(database, world, 1));
        const auto answered = split(database, world, "Bussen går för tidigt.");
        REQUIRE(answer(database, world, answered->id, {}));
        REQUIRE(split(database, world, "Skriv in mötesplatserna."));
        REQUIRE(database.act(
            world.revision, [&](auto& act) { return app::withdraw_inspel(act, receipt->code); }));

        CHECK(store::queue(*database.db, world.revision.id, {}, {}, 9).empty());
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::desk).at("unanswered") == 0);
        CHECK(store::tally_of(*database.db, world.revision.id, store::Counter::issue).at("vantar") == 0);
        CHECK(store::issues_of(*database.db, receipt->inspel).size() == 1);
    });
}

TEST_CASE("a role that may read lets nobody publish") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, bus, "form-1"));
        const auto published = database.act_as(with_role(Role::viewer, world.revision), world.revision,
            [&](auto& act) { return app::publish_inspel(act, 1); });
        REQUIRE_FALSE(published);
        CHECK(published.error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("an issue is made of words that stand in the inspel, once") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        REQUIRE(send(database, world, bus, "form-1"));
        CHECK_FALSE(split(database, world, "Bussen går för tidigt."));  // not published yet
        REQUIRE(publish(database, world, 1));

        CHECK(split(database, world, "Bussen går för tidigt."));
        CHECK_FALSE(split(database, world, "Bussen går för tidigt."));
        CHECK_FALSE(split(database, world, "Tåget går för tidigt."));
        CHECK_FALSE(split(database, world, "tidigt. Skriv in"));  // a part of it is an issue already
        CHECK_FALSE(split(database, world, ""));
    });
}

TEST_CASE("the original never changes; words that an issue quotes stay in the copy") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto receipt = send(database, world, bus, "form-1");
        REQUIRE(publish(database, world, 1));
        REQUIRE(split(database, world, "Bussen går för tidigt."));
        const auto copy = [&](const std::string& text) {
            return database.act(
                world.revision, [&](auto& act) { return app::edit_copy(act, 1, "Bussen", text); });
        };

        CHECK(copy("Bussen går för tidigt."));
        CHECK_FALSE(copy("Något annat."));
        CHECK(store::find_inspel(*database.db, receipt->inspel)->text == bus);
    });
}
