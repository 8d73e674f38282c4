#include "app/conversation/opinion.hpp"

#include "app/conversation/alike_statements.hpp"
#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/voter.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/release_store.hpp"
#include "store/conversation/vote_batch_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

#include <thread>

using namespace example;

namespace {

int people_in_marks(const OpinionResult& result) {
    int people = 0;
    for (const auto& mark : result.marks) people += mark.people;
    return people;
}

/// As the next to vote may be shown it.
store::Servable servable(const RunningConversation& conversation, int number) {
    for (const auto& one : store::servable(*conversation.database.db,
             store::conversation_of(*conversation.database.db, conversation.activity), {}))
        if (one.number == number) return one;
    throw std::logic_error{"no such statement"};
}

}  // namespace

TEST_CASE("the keeper's snapshot tells two camps and what unites them, and waits until enough is new") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);

        CHECK(keeps.refresh() == 1);
        CHECK(keeps.refresh() == 0);

        const auto result = conversation.result();
        CHECK(result.version == 1);
        CHECK(result.participants == 25);
        CHECK(result.groups.size() == 2);
        REQUIRE(!what_unites(result, 5).empty());
        CHECK(what_unites(result, 5)[0]->number <= 8);
        REQUIRE(!what_divides(result, 5).empty());
        CHECK(what_divides(result, 5)[0]->number > 8);
        CHECK(breach_of_privacy(result).empty());
        CHECK(people_in_marks(result) == 24);
    });
}

TEST_CASE("a keeper that starts again goes on where the last one was") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto newest = [&] { return store::as_json(conversation.result()); };
        vote_in_camps(conversation, 12);
        updater_of(conversation).refresh();
        const auto first = newest();
        CHECK(updater_of(conversation).refresh() == 0);
        CHECK(newest() == first);

        for (int person = 0; person < 5; ++person) (void)conversation.vote(key_of(person), 1, Stance::pass);
        CHECK(updater_of(conversation).refresh() == 1);
        const auto second = newest();
        CHECK(updater_of(conversation).refresh() == 0);
        CHECK(second != first);
        CHECK(store::as_json(store::opinion_result_from(second)) == second);
    });
}

TEST_CASE("there is no map of fewer than twenty people, nor of those who have answered too little") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 9);
        for (int person = 50; person < 70; ++person)
            (void)conversation.vote(key_of(person), 1, Stance::agree);
        auto keeps = updater_of(conversation);

        CHECK(keeps.refresh() == 0);
        CHECK_FALSE(store::newest_snapshot(*conversation.database.db, conversation.activity.id));
        CHECK(store::waiting_voters(*conversation.database.db, conversation.activity.id) == 15);

        for (int person = 50; person < 52; ++person)
            for (int s = 2; s <= 7; ++s) (void)conversation.vote(key_of(person), s, Stance::disagree);
        CHECK(keeps.refresh() == 1);
        CHECK(conversation.result().participants == 20);
    });
}

TEST_CASE("what few have answered is shown first, before there is a map") {
    on_each_conversation([](const RunningConversation& conversation) {
        auto updater = updater_of(conversation);
        for (int person = 0; person < 5; ++person) (void)conversation.vote(key_of(person), 1, Stance::pass);
        CHECK(updater.refresh() == 0);
        CHECK(servable(conversation, 1).exposures == 5);
        CHECK(servable(conversation, 1).priority < servable(conversation, 2).priority);
    });
}

TEST_CASE("what few have answered is shown first also while the next map waits") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto updater = updater_of(conversation);
        REQUIRE(updater.refresh() == 1);
        const auto added = conversation.proposed("Nytt.").number;
        CHECK(updater.refresh() == 0);
        CHECK(servable(conversation, added).priority > servable(conversation, 1).priority);
        const auto unseen = servable(conversation, added).priority;
        (void)conversation.vote(key_of(1), added, Stance::pass);
        (void)conversation.vote(key_of(2), added, Stance::pass);
        conversation.vote_up_to(8, key_of(0), Stance::pass);
        CHECK(updater.refresh() == 0);
        CHECK(servable(conversation, added).exposures == 2);
        CHECK(servable(conversation, added).priority < unseen);
    });
}

TEST_CASE("a map is drawn anew when five and one in five have come, changed or gone") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto updater = updater_of(conversation);
        REQUIRE(updater.refresh() == 1);

        for (int person = 0; person < 3; ++person) (void)conversation.vote(key_of(person), 1, Stance::pass);
        for (int again = 2; again < 6; ++again) (void)conversation.vote(key_of(0), again, Stance::pass);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(3)));
        CHECK(updater.refresh() == 0);
        CHECK(updater_of(conversation).refresh() == 0);
        (void)conversation.vote(key_of(4), 1, Stance::pass);
        CHECK(updater.refresh() == 1);
        CHECK(conversation.result().version == 2);
    });
}

TEST_CASE("when voting ends fewer than five who still wait are not drawn, and the newest map is the last") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto updater = updater_of(conversation);
        REQUIRE(updater.refresh() == 1);
        for (int person = 0; person < 4; ++person) (void)conversation.vote(key_of(person), 1, Stance::pass);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(updater.refresh() == 0);
        const auto last = conversation.newest();
        CHECK(last.is_final);
        CHECK(last.result.version == 1);

        REQUIRE(conversation.act(app::reopen_conversation));
        (void)conversation.vote(key_of(4), 1, Stance::pass);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(updater.refresh() == 1);
        CHECK(updater.refresh() == 0);
        CHECK(conversation.result().version == 2);
    });
}

TEST_CASE("a map that could not be kept is drawn again, and so is the end of the voting") {
    detail::on_sqlite([](TestDatabase& database) {
        const auto conversation = start_conversation(database, settle(database).revision);
        vote_in_camps(conversation, 12);
        auto updater = updater_of(conversation);
        const auto run = [&](const char* statement) {
            (void)database.write([&](sql::Transaction& tx) -> Result<bool> {
                tx.db().run(statement);
                return true;
            });
        };
        const auto* const refuse_all =
            "CREATE TRIGGER full BEFORE INSERT ON opinion_snapshot "
            "BEGIN SELECT RAISE(ABORT, 'no room'); END";
        run(refuse_all);
        CHECK_THROWS_AS(updater.refresh(), sql::Error);
        run("DROP TRIGGER full");
        CHECK(updater.refresh() == 1);

        REQUIRE(conversation.act(app::close_conversation));
        run("CREATE TRIGGER full BEFORE UPDATE ON opinion_snapshot BEGIN SELECT RAISE(ABORT, 'no room'); "
            "END");
        run("CREATE TRIGGER full2 BEFORE INSERT ON opinion_snapshot BEGIN SELECT RAISE(ABORT, 'no room'); "
            "END");
        CHECK_THROWS_AS(updater.refresh(), sql::Error);
        run("DROP TRIGGER full");
        run("DROP TRIGGER full2");
        (void)updater.refresh();
        CHECK(conversation.newest().is_final);
        CHECK(conversation.act(app::freeze_conversation));
    });
}

TEST_CASE("statements that fewer than five on the map have voted on are not in the result") {
    on_each_conversation([](const RunningConversation& conversation) {
        conversation.seed_up_to(8);
        for (int person = 0; person < 20; ++person) conversation.vote_up_to(7, key_of(person), Stance::agree);
        for (int person = 0; person < 4; ++person)
            (void)conversation.vote(key_of(person), 8, Stance::disagree);
        REQUIRE(updater_of(conversation).refresh() == 1);

        const auto result = conversation.result();
        REQUIRE(result.statements.size() == 7);
        CHECK(result.statements[0].everyone == OpinionResult::Votes{20, 0, 20});
    });
}
