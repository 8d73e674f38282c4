#include "app/conversation/opinion.hpp"

#include "app/conversation/alike_statements.hpp"
#include "app/conversation/opinion_exchange.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/vote_batch_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

#include <thread>

using namespace example;

namespace {

std::string newest_entry(const RunningConversation& talk) {
    return store::log_entries(*talk.database.db, store::log_size(*talk.database.db) - 1, 1).front();
}

bool is_untouched(const RunningConversation& talk) {
    return talk.rows("participant") == 0 && talk.rows("vote") == 0 && talk.rows("vote_cast") == 0;
}

}  // namespace

TEST_CASE("the last vote of a person on a statement counts, and the history keeps both") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto person = talk.vote(key_of(1), 1, Stance::agree).value();
        REQUIRE(talk.vote(key_of(1), 1, Stance::disagree));

        CHECK(store::votes_of(*talk.database.db, person) == OwnVotes{{1, Stance::disagree}});
        CHECK(talk.rows("vote_cast") == 2);
        CHECK(talk.rows("participant") == 1);
    });
}

TEST_CASE("a hundred votes at once of one person on one statement are one vote of one person") {
    on_each_conversation([](const RunningConversation& talk) {
        std::vector<std::thread> people;
        for (int i = 0; i < 100; ++i)
            people.emplace_back(
                [&talk, i] { (void)talk.vote(key_of(1), 1, i % 2 == 0 ? Stance::agree : Stance::disagree); });
        for (auto& person : people) person.join();

        CHECK(talk.rows("participant") == 1);
        CHECK(talk.rows("vote") == 1);
        CHECK(talk.rows("vote_cast") == 100);
    });
}

TEST_CASE("a vote on what is unknown, hidden or closed is refused and leaves no trace") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto waiting = talk.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();

        CHECK(talk.vote(key_of(1), 99, Stance::agree).error().kind == Failure::Kind::not_found);
        CHECK(talk.vote(key_of(1), waiting.number, Stance::agree).error().kind == Failure::Kind::not_found);
        CHECK(talk.vote("not a key", 1, Stance::agree).error().kind == Failure::Kind::invalid);
        CHECK(is_untouched(talk));

        REQUIRE(talk.act(app::moderate_statement, 1, Ruling{"rejected", "leading", ""}));
        CHECK(talk.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_found);

        REQUIRE(talk.act(app::close_conversation));
        CHECK(talk.vote(key_of(1), 2, Stance::agree).error().kind == Failure::Kind::closed);
        CHECK(is_untouched(talk));
    });
}

TEST_CASE("votes are taken on the activity's last day and not the day after") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto on = [&](Day day) {
            return talk.database.act(talk.process, [&](auto& act) {
                return app::vote(act, {talk.activity, day}, {key_of(1), 1, Stance::agree});
            });
        };
        CHECK(on(today + std::chrono::days{1}).error().kind == Failure::Kind::closed);
        CHECK(is_untouched(talk));
        CHECK(on(today));
    });
}

TEST_CASE("an act in another process, and an activity of another kind, let nobody vote") {
    on_each_conversation([](const RunningConversation& talk) {
        auto elsewhere = talk;
        elsewhere.process = settle(talk.database, "annan").revision;
        CHECK(elsewhere.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_allowed);
        auto other = talk;
        other.activity.kind = Activity::Kind::inspel;
        CHECK(other.vote(key_of(1), 1, Stance::agree).error().kind == Failure::Kind::not_allowed);
        CHECK(is_untouched(talk));
    });
}

TEST_CASE("nobody can be followed from one activity to another") {
    CHECK(app::digest_of_key(key_of(1), {1}) != app::digest_of_key(key_of(1), {2}));
    CHECK(app::is_participant_key(app::new_participant_key()));
    CHECK(app::new_participant_key() != app::new_participant_key());
}

TEST_CASE("a statement sent twice by the same form is one, and every act is in the log without its words") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto before = store::log_size(*talk.database.db);
        const auto send = [&] {
            return talk.act(app::propose_statement, std::string{"Mera skog."}, std::string{"form"}).value();
        };
        CHECK(send().number == send().number);
        CHECK(store::log_size(*talk.database.db) == before + 1);
        CHECK(newest_entry(talk).find("statement.proposed") != std::string::npos);
        CHECK(newest_entry(talk).find("skog") == std::string::npos);

        REQUIRE(talk.act(app::moderate_statement, 3, Ruling{"rejected", "duplicate", "Se 1"}));
        CHECK(newest_entry(talk).find("duplicate") != std::string::npos);
    });
}

TEST_CASE("where statements are read afterwards, a new one is voted on at once") {
    on_each_conversation([](const RunningConversation& talk) {
        REQUIRE(talk.act(app::set_moderation, std::string_view{"after"}));
        const auto waiting = talk.act(app::propose_statement, std::string{"Nytt."}, std::string{"a"}).value();

        CHECK(talk.vote(key_of(1), waiting.number, Stance::agree));
        CHECK(store::servable(*talk.database.db, store::conversation_of(*talk.database.db, talk.activity), {})
                  .size() == 3);
    });
}

TEST_CASE(
    "a batch of votes is committed from twenty votes on, and the rest when the conversation is closed") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto commit = [&] {
            return talk.database
                .act(talk.process,
                    [&](auto& act) {
                        return app::commit_votes(act, talk.activity, app::VotesToCommit::when_enough);
                    })
                .value();
        };
        for (int i = 0; i < 19; ++i) (void)talk.vote(key_of(i), 1, Stance::agree);
        CHECK(commit() == 0);
        (void)talk.vote(key_of(19), 1, Stance::agree);
        CHECK(commit() == 20);
        CHECK(newest_entry(talk).find("count 20") != std::string::npos);
        CHECK(commit() == 0);

        (void)talk.vote(key_of(20), 1, Stance::agree);
        REQUIRE(talk.act(app::close_conversation));
        CHECK(store::last_batch(*talk.database.db, talk.activity.id)->votes == 1);
    });
}

TEST_CASE("the keeper's snapshot tells two camps and what unites them, and waits until something is new") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 12);
        auto keeps = updater_of(talk);

        CHECK(keeps.refresh() == 1);
        CHECK(keeps.refresh() == 0);

        const auto snapshot = store::newest_snapshot(*talk.database.db, talk.activity.id);
        REQUIRE(snapshot);
        CHECK(snapshot->result.participants == 24);
        CHECK(snapshot->result.groups.size() == 2);
        CHECK(snapshot->result.placed == 24);
        CHECK(!what_unites(snapshot->result, 5).empty());
        CHECK(what_unites(snapshot->result, 5)[0]->number <= 8);
        REQUIRE(!what_divides(snapshot->result, 5).empty());
        CHECK(what_divides(snapshot->result, 5)[0]->number > 8);

        (void)talk.vote(key_of(0), 1, Stance::pass);
        CHECK(keeps.refresh() == 1);
    });
}

TEST_CASE("a keeper that starts again draws the same map as one that saw the votes come") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto newest = [&] {
            return store::as_json(store::newest_snapshot(*talk.database.db, talk.activity.id)->result);
        };
        auto first = updater_of(talk);
        vote_in_camps(talk, 8);
        first.refresh();
        CHECK(updater_of(talk).refresh() == 0);

        (void)talk.vote(key_of(0), 1, Stance::pass);
        CHECK(updater_of(talk).refresh() == 1);
        const auto anew = newest();
        CHECK(first.refresh() == 1);
        CHECK(newest() == anew);
        CHECK(store::as_json(store::opinion_result_from(anew)) == anew);
    });
}

TEST_CASE("a map is drawn anew when five more have voted, lest the answers of one be read from two maps") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 8);
        auto updater = updater_of(talk, 5);
        REQUIRE(updater.refresh() == 1);

        for (int person = 0; person < 4; ++person) (void)talk.vote(key_of(person), 1, Stance::pass);
        for (int again = 2; again < 6; ++again) (void)talk.vote(key_of(0), again, Stance::pass);
        CHECK(updater.refresh() == 0);
        CHECK(updater_of(talk, 5).refresh() == 0);
        (void)talk.vote(key_of(4), 1, Stance::pass);
        CHECK(updater_of(talk, 5).refresh() == 1);
        CHECK(updater.refresh() == 1);
    });
}

TEST_CASE("what is left of fewer than five is drawn when voting ends") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 8);
        auto updater = updater_of(talk, 5);
        REQUIRE(updater.refresh() == 1);
        (void)talk.vote(key_of(0), 1, Stance::pass);
        REQUIRE(talk.act(app::close_conversation));

        CHECK(updater.refresh() == 1);
        CHECK(updater.refresh() == 0);
    });
}

TEST_CASE("no group below five people is told") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 4);
        updater_of(talk).refresh();

        const auto result = store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        for (const auto& group : result.groups) CHECK(group.size >= OpinionResult::fewest_shown);
        for (const auto& statement : result.statements)
            for (const auto& votes : statement.by_group) CHECK((votes.votes == 0 || votes.votes >= 5));
    });
}

TEST_CASE("how fewer than five voted on a statement is not told, only that they did") {
    on_each_conversation([](const RunningConversation& talk) {
        for (int person = 0; person < 6; ++person) (void)talk.vote(key_of(person), 1, Stance::agree);
        for (int person = 0; person < 4; ++person) (void)talk.vote(key_of(person), 2, Stance::disagree);
        updater_of(talk).refresh();

        const auto result = store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        CHECK(result.statements[0].everyone == OpinionResult::Votes{6, 0, 6});
        CHECK(result.statements[1].everyone == OpinionResult::Votes{0, 0, 4});
        CHECK(result.statements[1].center == 0);
    });
}

TEST_CASE("votes are told by how sure it is who gave them, and nobody can be counted out of the sum") {
    on_each_conversation([](const RunningConversation& talk) {
        std::vector<opinion::exchange::Event> read_in;
        for (int person = 1; person <= 6; ++person)
            read_in.push_back({0, 1, person, opinion::Vote::disagree});
        for (int person = 0; person < 9; ++person) (void)talk.vote(key_of(person), 1, Stance::agree);
        REQUIRE(talk.act(app::import_votes, read_in));
        auto keeps = updater_of(talk);
        const auto drawn = [&] {
            keeps.refresh();
            return store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        };

        const auto two = drawn();
        REQUIRE(two.tiers.size() == 2);
        CHECK(two.tiers[1].assurance == Assurance::imported);
        CHECK(two.tiers[1].people == 6);
        CHECK(two.statements[0].by_tier == std::vector<OpinionResult::Votes>{{9, 0, 9}, {0, 6, 6}});

        const Actor staff{Id<User>{1}, {}, false};
        (void)talk.database.act_as(staff, talk.process, [&](auto& act) {
            return app::vote(act, talk.occasion(), {key_of(99), 1, Stance::disagree});
        });
        const auto one = drawn();
        REQUIRE(one.tiers.size() == 1);
        CHECK(one.tiers[0].assurance == Assurance::anonymous);
        CHECK(one.statements[0].by_tier == std::vector<OpinionResult::Votes>{{9, 0, 9}});
    });
}

TEST_CASE("what the shares are without those flagged is told where enough of them voted") {
    on_each_conversation([](const RunningConversation& talk) {
        for (int s = 3; s <= 15; ++s) talk.seed("Påstående nummer " + std::to_string(s));
        for (int person = 0; person < 10; ++person) (void)talk.vote(key_of(person), 1, Stance::disagree);
        for (int s = 2; s <= 15; ++s) (void)talk.vote(key_of(s % 9), s, Stance::disagree);
        const auto without_flagged = [&](int liners) {
            for (int person = 50; person < 50 + liners; ++person)
                for (int s = 1; s <= 15; ++s) (void)talk.vote(key_of(person), s, Stance::agree);
            updater_of(talk).refresh();
            const auto result = store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
            CHECK(result.flagged.people == liners);
            return result.statements[0].without_flagged;
        };
        CHECK(without_flagged(4) == OpinionResult::Votes{});
        CHECK(without_flagged(5) == OpinionResult::Votes{0, 10, 10});
    });
}

TEST_CASE("a conversation is frozen once the last map of all its votes is drawn, and then for good") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 6);
        auto keeps = updater_of(talk);
        keeps.refresh();
        const auto freeze = [&] { return talk.act(app::freeze_conversation); };
        CHECK(freeze().error().kind == Failure::Kind::conflict);

        REQUIRE(talk.act(app::close_conversation));
        CHECK(freeze().error().kind == Failure::Kind::conflict);
        keeps.refresh();
        REQUIRE(freeze());

        const auto result = store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        const auto digest = base64(as_text(sha256(store::as_json(result))));
        CHECK(newest_entry(talk).find("type votes.opened") != std::string::npos);
        const auto size = store::log_size(*talk.database.db);
        const auto frozen = store::log_entries(*talk.database.db, size - 2, 1).front();
        CHECK(frozen.find("sha256 " + digest) != std::string::npos);
        CHECK(talk.act(app::reopen_conversation).error().kind == Failure::Kind::conflict);
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
