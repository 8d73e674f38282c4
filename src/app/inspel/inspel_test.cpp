#include "app/inspel/inspel.hpp"

#include "app/issue/issues.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/log/log_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

const auto bus = "Bussen går för tidigt. Skriv in mötesplatserna.";

Result<app::Receipt> send(
    TestDatabase& home, const World& world, const std::string& text, const std::string& form_key) {
    return home.act(world.revision, [&](auto& act) {
        return app::receive_inspel(act, world.activity, draft(text), {form_key, secret});
    });
}

Result<Inspel> publish(TestDatabase& home, const World& world, int number) {
    return home.act(world.revision, [&](auto& act) { return app::publish_inspel(act, number); });
}

Result<Issue> split(TestDatabase& home, const World& world, const std::string& quote) {
    IssueDraft cut;
    cut.quote = quote;
    return home.act(world.revision, [&](auto& act) { return app::split_inspel(act, 1, cut, today); });
}

Result<Answer> answer(
    TestDatabase& home, const World& world, Id<Issue> issue, const std::vector<Id<Issue>>& alike) {
    return home.act(world.revision,
        [&](auto& act) { return app::answer_issue(act, issue, "tillgodosett", "Det är inskrivet.", alike); });
}

}  // namespace

TEST_CASE("a received inspel and its log entry are saved together") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto before = store::log_size(*home.db);
        const auto receipt = send(home, world, bus, "form-1");

        REQUIRE(receipt);
        CHECK(receipt->code.size() == 20);
        CHECK(receipt->number == 1);
        CHECK(store::log_size(*home.db) == before + 1);
        CHECK(store::find_inspel(*home.db, receipt->inspel)->text == bus);
    });
}

TEST_CASE("when the log cannot be written, no inspel is kept") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto owner = sql::open(home.where, sql::Access::read_write);
        owner->script("DROP TABLE log_salt");

        CHECK_THROWS_AS(send(home, world, bus, "form-1"), sql::Error);
        CHECK_FALSE(store::inspel_numbered(*home.db, world.revision.id, 1));
    });
}

TEST_CASE("a form sent twice gives one inspel and the same receipt") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto first = send(home, world, bus, "form-1");
        const auto again = send(home, world, bus, "form-1");

        REQUIRE(again);
        CHECK(again->code == first->code);
        CHECK(again->was_here);
        CHECK_FALSE(store::inspel_numbered(*home.db, world.revision.id, 2));
    });
}

TEST_CASE("a form sent again with other words is a conflict, so that nothing is lost unseen") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        const auto other = send(home, world, "Något annat.", "form-1");

        REQUIRE_FALSE(other);
        CHECK(other.error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a role in one process lets nobody act in another") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto other = settle(home, "annan");
        REQUIRE(send(home, world, bus, "form-1"));
        const auto published = home.act_as(with_role(Role::process_leader, other.revision), world.revision,
            [&](auto& act) { return app::publish_inspel(act, 1); });

        REQUIRE_FALSE(published);
        CHECK(published.error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("the code finds the inspel however it was typed, and another code does not") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto receipt = send(home, world, bus, "form-1");
        const auto typed = " " + text::lower(readable_code(receipt->code)) + " ";

        CHECK(store::inspel_of_code(*home.db, world.revision.id, app::digest_of_code(typed)));
        CHECK_FALSE(
            store::inspel_of_code(*home.db, world.revision.id, app::digest_of_code("K7QFM2TR9XHD00000000")));
    });
}

TEST_CASE("a published inspel is found by any form of its words, and no longer when it is withdrawn") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto receipt = send(home, world, bus, "form-1");
        store::InspelFilter asked;
        asked.words = "mötesplats";
        const auto found = [&] {
            return store::list_inspel(*home.db, world.revision.id, asked, {}, 20).rows.size();
        };

        CHECK(found() == 0);
        REQUIRE(publish(home, world, 1));
        CHECK(found() == 1);
        REQUIRE(
            home.act(world.revision, [&](auto& act) { return app::withdraw_inspel(act, receipt->code); }));
        CHECK(found() == 0);
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::state).at("withdrawn") == 1);
    });
}

TEST_CASE("å and a are different letters in a search") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, "Fåren behöver bete.", "form-1"));
        REQUIRE(publish(home, world, 1));
        const auto hits = [&](const char* words) {
            store::InspelFilter asked;
            asked.words = words;
            return store::count_inspel(*home.db, world.revision.id, asked, 10);
        };

        CHECK(hits("får") == 1);
        CHECK(hits("faran") == 0);
        CHECK(hits("'; DROP TABLE inspel --") == 0);
    });
}

TEST_CASE("an answer is held back until it is published, and then counted") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        REQUIRE(publish(home, world, 1));
        const auto issue = split(home, world, "Skriv in mötesplatserna.");
        REQUIRE(issue);
        REQUIRE(answer(home, world, issue->id, {}));

        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::issue).at("vantar") == 1);
        REQUIRE(home.act(world.revision, [&](auto& act) { return app::publish_answers(act, {}); }) == 1);
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::issue).at("vantar") == 0);
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::issue).at("tillgodosett") == 1);
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::desk).at("held") == 0);
    });
}

TEST_CASE(
    "a public answer changes with a reason, for everybody who got it, and is counted by its new outcome") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        REQUIRE(publish(home, world, 1));
        const auto issue = split(home, world, "Skriv in mötesplatserna.");
        REQUIRE(answer(home, world, issue->id, {}));
        const auto change = [&](const app::Rewording& rewording) {
            return home.act(world.revision,
                [&](auto& act) { return app::change_published_answer(act, issue->id, rewording); });
        };
        const app::Rewording partly{"delvis", "En av dem är inskriven.", "Rådet sade nej till den andra"};

        CHECK(change(partly).error().kind == Failure::Kind::conflict);  // held back: it is only corrected
        REQUIRE(home.act(world.revision, [&](auto& act) { return app::publish_answers(act, {}); }) == 1);
        CHECK(answer(home, world, issue->id, {}).error().kind == Failure::Kind::conflict);
        CHECK(change({"delvis", "", " "}).error().complaints.size() == 2);
        CHECK(
            change({"tillgodosett", "Det är inskrivet.", "Ingen ändring"}).error().complaints.front().place ==
            Field::answer);

        home.now += 24h;
        const auto entries = store::log_size(*home.db);
        const auto changed = change(partly);
        REQUIRE(changed);
        CHECK(changed->published_at == changed->written_at);
        CHECK(store::log_size(*home.db) == entries + 1);
        const auto corrections = store::corrections_of(*home.db, changed->id);
        REQUIRE(corrections.size() == 1);
        CHECK(corrections.front().made_at == home.now);
        const auto outcomes = store::tally_of(*home.db, world.revision.id, store::Counter::issue);
        CHECK(outcomes.at("tillgodosett") == 0);
        CHECK(outcomes.at("delvis") == 1);
    });
}

TEST_CASE("alike issues are answered once, and each has the answer") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        REQUIRE(publish(home, world, 1));
        const auto one = split(home, world, "Bussen går");
        const auto two = split(home, world, "Skriv in mötesplatserna.");
        REQUIRE(home.act(world.revision, [&](auto& act) {
            return app::group_issues(act, {one->id, two->id}, "Lika");
        }));
        const auto apart = split(home, world, "för tidigt.");
        CHECK(answer(home, world, one->id, {apart->id}).error().kind == Failure::Kind::conflict);
        CHECK(store::held_answers(*home.db, world.revision.id).empty());
        REQUIRE(answer(home, world, one->id, {two->id}));

        for (const auto& issue : store::issues_of(*home.db, one->inspel))
            CHECK(bool{issue.answer} == (issue.id != apart->id));
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::desk).at("unanswered") == 1);
        CHECK(answer(home, world, apart->id, {two->id}).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("what is withdrawn leaves nothing to answer, and no number that says so") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto receipt = send(home, world, bus, "form-1");
        REQUIRE(publish(home, world, 1));
        const auto answered = split(home, world, "Bussen går för tidigt.");
        REQUIRE(answer(home, world, answered->id, {}));
        REQUIRE(split(home, world, "Skriv in mötesplatserna."));
        REQUIRE(
            home.act(world.revision, [&](auto& act) { return app::withdraw_inspel(act, receipt->code); }));

        CHECK(store::queue(*home.db, world.revision.id, {}, 0, 9).empty());
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::desk).at("unanswered") == 0);
        CHECK(store::tally_of(*home.db, world.revision.id, store::Counter::issue).at("vantar") == 0);
        CHECK(store::issues_of(*home.db, receipt->inspel).size() == 1);
    });
}

TEST_CASE("a role that may read lets nobody publish") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        const auto published = home.act_as(with_role(Role::viewer, world.revision), world.revision,
            [&](auto& act) { return app::publish_inspel(act, 1); });
        REQUIRE_FALSE(published);
        CHECK(published.error().kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("an issue is made of words that stand in the inspel, once") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        REQUIRE(send(home, world, bus, "form-1"));
        CHECK_FALSE(split(home, world, "Bussen går för tidigt."));  // not published yet
        REQUIRE(publish(home, world, 1));

        CHECK(split(home, world, "Bussen går för tidigt."));
        CHECK_FALSE(split(home, world, "Bussen går för tidigt."));
        CHECK_FALSE(split(home, world, "Tåget går för tidigt."));
        CHECK_FALSE(split(home, world, "tidigt. Skriv in"));  // a part of it is an issue already
        CHECK_FALSE(split(home, world, ""));
    });
}

TEST_CASE("the original never changes; words that an issue quotes stay in the copy") {
    on_each_database([](TestDatabase& home) {
        const auto world = settle(home);
        const auto receipt = send(home, world, bus, "form-1");
        REQUIRE(publish(home, world, 1));
        REQUIRE(split(home, world, "Bussen går för tidigt."));
        const auto copy = [&](const std::string& text) {
            return home.act(
                world.revision, [&](auto& act) { return app::edit_copy(act, 1, "Bussen", text); });
        };

        CHECK(copy("Bussen går för tidigt."));
        CHECK_FALSE(copy("Något annat."));
        CHECK(store::find_inspel(*home.db, receipt->inspel)->text == bus);
    });
}
