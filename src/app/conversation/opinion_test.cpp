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

std::string newest_entry(const RunningConversation& conversation) {
    return store::log_entries(*conversation.database.db, store::log_size(*conversation.database.db) - 1, 1)
        .front();
}

bool is_untouched(const RunningConversation& conversation) {
    return conversation.rows("participant") == 0 && conversation.rows("vote") == 0 &&
           conversation.rows("vote_cast") == 0;
}

}  // namespace

TEST_CASE("the last vote of a person on a statement counts, and the history keeps both") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto person = conversation.vote(key_of(1), 1, Stance::agree).value();
        REQUIRE(conversation.vote(key_of(1), 1, Stance::disagree));

        CHECK(store::votes_of(*conversation.database.db, person) == OwnVotes{{1, Stance::disagree}});
        CHECK(conversation.rows("vote_cast") == 2);
        CHECK(conversation.rows("participant") == 1);
    });
}

TEST_CASE("a hundred votes at once of one person on one statement are one vote of one person") {
    on_each_conversation([](const RunningConversation& conversation) {
        std::vector<std::thread> people;
        for (int i = 0; i < 100; ++i)
            people.emplace_back([&conversation, i] {
                (void)conversation.vote(key_of(1), 1, i % 2 == 0 ? Stance::agree : Stance::disagree);
            });
        for (auto& person : people) person.join();

        CHECK(conversation.rows("participant") == 1);
        CHECK(conversation.rows("vote") == 1);
        CHECK(conversation.rows("vote_cast") == 100);
    });
}

TEST_CASE("a vote on what is unknown, hidden or closed is refused and leaves no trace") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto waiting =
            conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();

        CHECK(conversation.vote(key_of(1), 99, Stance::agree).error().kind == Failure::Kind::not_found);
        CHECK(conversation.vote(key_of(1), waiting.number, Stance::agree).error().kind ==
              Failure::Kind::not_found);
        CHECK(conversation.vote("not a key", 1, Stance::agree).error().kind == Failure::Kind::invalid);
        CHECK(is_untouched(conversation));

        REQUIRE(conversation.act(app::moderate_statement, 1, Ruling{"rejected", "leading", ""}));
        CHECK(conversation.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_found);

        REQUIRE(conversation.act(app::close_conversation));
        CHECK(conversation.vote(key_of(1), 2, Stance::agree).error().kind == Failure::Kind::closed);
        CHECK(is_untouched(conversation));
    });
}

TEST_CASE("votes are taken on the activity's last day and not the day after") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto on = [&](Day day) {
            return conversation.database.act(conversation.process, [&](auto& act) {
                return app::vote(act, {conversation.activity, day}, {key_of(1), 1, Stance::agree});
            });
        };
        CHECK(on(today + std::chrono::days{1}).error().kind == Failure::Kind::closed);
        CHECK(is_untouched(conversation));
        CHECK(on(today));
    });
}

TEST_CASE("an act in another process, and an activity of another kind, let nobody vote") {
    on_each_conversation([](const RunningConversation& conversation) {
        auto elsewhere = conversation;
        elsewhere.process = settle(conversation.database, "annan").revision;
        CHECK(elsewhere.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_allowed);
        auto other = conversation;
        other.activity.kind = Activity::Kind::inspel;
        CHECK(other.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_allowed);
        CHECK(is_untouched(conversation));
    });
}

TEST_CASE("nobody can be followed from one activity to another") {
    CHECK(app::digest_of_key(key_of(1), {1}) != app::digest_of_key(key_of(1), {2}));
    CHECK(app::is_participant_key(app::new_participant_key()));
    CHECK(app::new_participant_key() != app::new_participant_key());
}

TEST_CASE("a statement sent twice by the same form is one, and every act is in the log without its words") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto before = store::log_size(*conversation.database.db);
        const auto send = [&] {
            return conversation.act(app::propose_statement, std::string{"Mera skog."}, std::string{"form"})
                .value();
        };
        CHECK(send().number == send().number);
        CHECK(store::log_size(*conversation.database.db) == before + 1);
        CHECK(newest_entry(conversation).find("statement.proposed") != std::string::npos);
        CHECK(newest_entry(conversation).find("skog") == std::string::npos);

        REQUIRE(conversation.act(app::moderate_statement, 3, Ruling{"rejected", "duplicate", "Se 1"}));
        CHECK(newest_entry(conversation).find("duplicate") != std::string::npos);
    });
}

TEST_CASE("where statements are read afterwards, a new one is voted on at once") {
    on_each_conversation([](const RunningConversation& conversation) {
        REQUIRE(conversation.act(app::set_moderation, std::string_view{"after"}));
        const auto waiting =
            conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();

        CHECK(conversation.vote(key_of(1), waiting.number, Stance::agree));
        CHECK(store::servable(*conversation.database.db,
                  store::conversation_of(*conversation.database.db, conversation.activity), {})
                  .size() == 3);
    });
}

TEST_CASE(
    "a batch of votes is committed from twenty votes on, and the rest when the conversation is closed") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto commit = [&] {
            return conversation.database
                .act(conversation.process,
                    [&](auto& act) {
                        return app::commit_votes(act, conversation.activity, app::VotesToCommit::when_enough);
                    })
                .value();
        };
        for (int i = 0; i < 19; ++i) (void)conversation.vote(key_of(i), 1, Stance::agree);
        CHECK(commit() == 0);
        (void)conversation.vote(key_of(19), 1, Stance::agree);
        CHECK(commit() == 20);
        CHECK(newest_entry(conversation).find("count 20") != std::string::npos);
        CHECK(commit() == 0);

        for (int i = 20; i < 25; ++i) (void)conversation.vote(key_of(i), 1, Stance::agree);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(store::last_batch(*conversation.database.db, conversation.activity.id)->votes == 5);
    });
}

TEST_CASE("votes of fewer than five people are never committed together, however many they are") {
    on_each_conversation([](const RunningConversation& conversation) {
        for (int s = 3; s <= 24; ++s) conversation.seed("Påstående nummer " + std::to_string(s));
        for (int person = 0; person < 4; ++person)
            for (int s = 1; s <= 24; ++s) (void)conversation.vote(key_of(person), s, Stance::agree);
        const auto commit = [&](app::VotesToCommit which) {
            return conversation.database
                .act(conversation.process,
                    [&](auto& act) { return app::commit_votes(act, conversation.activity, which); })
                .value();
        };

        CHECK(commit(app::VotesToCommit::when_enough) == 0);
        CHECK(commit(app::VotesToCommit::all) == 0);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(3)));
        (void)conversation.vote(key_of(4), 1, Stance::agree);
        CHECK(commit(app::VotesToCommit::all) == 0);
        (void)conversation.vote(key_of(5), 1, Stance::agree);
        CHECK(commit(app::VotesToCommit::all) == 4 * 24 + 2);
    });
}

TEST_CASE("the keeper's snapshot tells two camps and what unites them, and waits until enough is new") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);

        CHECK(keeps.refresh() == 1);
        CHECK(keeps.refresh() == 0);

        const auto snapshot = store::newest_snapshot(*conversation.database.db, conversation.activity.id);
        REQUIRE(snapshot);
        CHECK(snapshot->result.version == 1);
        CHECK(snapshot->result.participants == 25);
        CHECK(snapshot->result.groups.size() == 2);
        CHECK(!what_unites(snapshot->result, 5).empty());
        CHECK(what_unites(snapshot->result, 5)[0]->number <= 8);
        REQUIRE(!what_divides(snapshot->result, 5).empty());
        CHECK(what_divides(snapshot->result, 5)[0]->number > 8);
        CHECK(breach_of_privacy(snapshot->result).empty());
        int people = 0;
        for (const auto& mark : snapshot->result.marks) people += mark.people;
        CHECK(people == 24);
    });
}

TEST_CASE("a keeper that starts again goes on where the last one was") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto newest = [&] {
            return store::as_json(
                store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result);
        };
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
        CHECK(store::newest_snapshot(*conversation.database.db, conversation.activity.id)
                  ->result.participants == 20);
    });
}

TEST_CASE("what few have answered is shown first, before there is a map and while the next one waits") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto servable = [&](int number) {
            for (const auto& one : store::servable(*conversation.database.db,
                     store::conversation_of(*conversation.database.db, conversation.activity), {}))
                if (one.number == number) return one;
            throw std::logic_error{"no such statement"};
        };
        auto updater = updater_of(conversation);
        for (int person = 0; person < 5; ++person) (void)conversation.vote(key_of(person), 1, Stance::pass);
        CHECK(updater.refresh() == 0);
        CHECK(servable(1).exposures == 5);
        CHECK(servable(1).priority < servable(2).priority);

        vote_in_camps(conversation, 12);
        REQUIRE(updater.refresh() == 1);
        const auto added =
            conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();
        REQUIRE(conversation.act(app::moderate_statement, added.number, Ruling{"accepted", "", ""}));
        CHECK(updater.refresh() == 0);
        CHECK(servable(added.number).priority > servable(1).priority);
        const auto unseen = servable(added.number).priority;
        (void)conversation.vote(key_of(1), added.number, Stance::pass);
        (void)conversation.vote(key_of(2), added.number, Stance::pass);
        for (int s = 1; s < 9; ++s) (void)conversation.vote(key_of(0), s, Stance::pass);
        CHECK(updater.refresh() == 0);
        CHECK(servable(added.number).exposures == 2);
        CHECK(servable(added.number).priority < unseen);
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
        CHECK(
            store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result.version == 2);
    });
}

TEST_CASE("whatever happens that concerns fewer than five voters, what is published does not change") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto published = [&] {
            keeps.refresh();
            updater_of(conversation).refresh();
            return store::as_json(
                store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result);
        };
        const auto before = published();

        for (int s = 1; s <= 16; ++s) (void)conversation.vote(key_of(99), s, Stance::agree);
        CHECK(published() == before);
        REQUIRE(conversation.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::moderate_statement, 17, Ruling{"accepted", "", ""}));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::moderate_statement, 17, Ruling{"rejected", "leading", ""}));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::set_moderation, std::string_view{"after"}));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::save_background, key_of(99), Background{"outside", "citizen", "0-24"}));
        REQUIRE(conversation.act(app::set_population, Population{{}, {{"0-24", 300}, {"65-", 900}}}));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(99)));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::withdraw_votes, key_of(7)));
        CHECK(published() == before);
        conversation.database.now += std::chrono::hours{24};
        CHECK(published() == before);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(published() == before);
        REQUIRE(conversation.act(app::reopen_conversation));
        CHECK(published() == before);
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
        const auto last = store::newest_snapshot(*conversation.database.db, conversation.activity.id).value();
        CHECK(last.is_final);
        CHECK(last.result.version == 1);

        REQUIRE(conversation.act(app::reopen_conversation));
        (void)conversation.vote(key_of(4), 1, Stance::pass);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(updater.refresh() == 1);
        CHECK(updater.refresh() == 0);
        CHECK(
            store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result.version == 2);
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
        CHECK(store::newest_snapshot(*database.db, conversation.activity.id)->is_final);
        CHECK(conversation.act(app::freeze_conversation));
    });
}

TEST_CASE("statements that fewer than five on the map have voted on are not in the result") {
    on_each_conversation([](const RunningConversation& conversation) {
        for (int s = 3; s <= 8; ++s) conversation.seed("Påstående nummer " + std::to_string(s));
        for (int person = 0; person < 20; ++person)
            for (int s = 1; s <= 7; ++s) (void)conversation.vote(key_of(person), s, Stance::agree);
        for (int person = 0; person < 4; ++person)
            (void)conversation.vote(key_of(person), 8, Stance::disagree);
        REQUIRE(updater_of(conversation).refresh() == 1);

        const auto result =
            store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result;
        REQUIRE(result.statements.size() == 7);
        CHECK(result.statements[0].everyone == OpinionResult::Votes{20, 0, 20});
    });
}

TEST_CASE("votes are told by how sure it is who gave them, and nobody can be counted out of the sum") {
    on_each_conversation([](const RunningConversation& conversation) {
        for (int s = 3; s <= 7; ++s) conversation.seed("Påstående nummer " + std::to_string(s));
        std::vector<opinion::exchange::Event> read_in;
        for (int person = 1; person <= 6; ++person)
            for (int s = 1; s <= 7; ++s) read_in.push_back({0, s, person, opinion::Vote::disagree});
        const auto agree = [&](int from, int to) {
            for (int person = from; person < to; ++person)
                for (int s = 1; s <= 7; ++s) (void)conversation.vote(key_of(person), s, Stance::agree);
        };
        agree(0, 24);
        REQUIRE(conversation.act(app::import_votes, read_in));
        auto keeps = updater_of(conversation);
        const auto drawn = [&] {
            CHECK(keeps.refresh() == 1);
            return store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result;
        };

        const auto two = drawn();
        REQUIRE(two.tiers.size() == 2);
        CHECK(two.tiers[1].assurance == Assurance::imported);
        CHECK(two.tiers[1].people == 5);
        CHECK(two.statements[0].by_tier == std::vector<OpinionResult::Votes>{{25, 0, 25}, {0, 5, 5}});

        const Actor staff{Id<User>{1}, {}, false};
        for (int s = 1; s <= 7; ++s)
            (void)conversation.database.act_as(staff, conversation.process, [&](auto& act) {
                return app::vote(act, conversation.occasion(), {key_of(99), s, Stance::disagree});
            });
        agree(24, 31);
        const auto one = drawn();
        REQUIRE(one.tiers.size() == 1);
        CHECK(one.tiers[0].assurance == Assurance::anonymous);
        CHECK(one.statements[0].by_tier == std::vector<OpinionResult::Votes>{{30, 0, 30}});
    });
}

TEST_CASE("what the shares are without those flagged is told where enough of them voted") {
    const auto check = [](int liners, int flagged, OpinionResult::Votes expected) {
        on_each_conversation([=](const RunningConversation& conversation) {
            for (int s = 3; s <= 15; ++s) conversation.seed("Påstående nummer " + std::to_string(s));
            for (int person = 0; person < 20; ++person)
                for (int s = 1; s <= 8; ++s)
                    (void)conversation.vote(
                        key_of(person), s, s == 1 || (person + s) % 2 == 0 ? Stance::disagree : Stance::pass);
            for (int person = 50; person < 50 + liners; ++person)
                for (int s = 1; s <= 15; ++s) (void)conversation.vote(key_of(person), s, Stance::agree);
            updater_of(conversation).refresh();
            const auto result =
                store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result;
            CHECK(result.flagged.people == flagged);
            CHECK(result.statements[0].without_flagged == expected);
        });
    };
    check(4, 0, {});
    check(5, 5, {0, 20, 20});
}

TEST_CASE("a conversation is frozen once the last map of all its votes is drawn, and then for good") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto freeze = [&] { return conversation.act(app::freeze_conversation); };
        CHECK(freeze().error().kind == Failure::Kind::conflict);

        REQUIRE(conversation.act(app::close_conversation));
        CHECK(freeze().error().kind == Failure::Kind::conflict);
        keeps.refresh();
        REQUIRE(freeze());

        const auto result =
            store::newest_snapshot(*conversation.database.db, conversation.activity.id)->result;
        const auto digest = base64(as_text(sha256(store::as_json(result))));
        CHECK(newest_entry(conversation).find("type votes.opened") != std::string::npos);
        const auto size = store::log_size(*conversation.database.db);
        const auto frozen = store::log_entries(*conversation.database.db, size - 2, 1).front();
        CHECK(frozen.find("sha256 " + digest) != std::string::npos);
        CHECK(conversation.act(app::reopen_conversation).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a conversation of too few for a map can be frozen, with nothing to show") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 3);
        auto keeps = updater_of(conversation);
        REQUIRE(conversation.act(app::close_conversation));
        CHECK(keeps.refresh() == 0);

        REQUIRE(conversation.act(app::freeze_conversation));

        const auto last = store::newest_snapshot(*conversation.database.db, conversation.activity.id).value();
        CHECK_FALSE(last.result.is_shown());
        CHECK(newest_entry(conversation).find("\nopened 0") != std::string::npos);
    });
}

TEST_CASE("statements are alike by the stems of their words") {
    std::vector<Statement> statements(2);
    statements[0].text = "Bussen ska gå varje timme.";
    statements[1].text = "Skolan i byn ska finnas kvar.";

    const auto found = app::alike(statements, "Bussarna ska gå varje timme", 3);

    REQUIRE(found.size() == 1);
    CHECK(found[0] == &statements[0]);
    CHECK(app::alike(statements, "", 3).empty());
    CHECK(app::alike(statements, "Något helt annat om fjällen", 3).empty());
}
