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

TEST_CASE("a vote changes no page that is kept: what is published of votes is a map") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto before = conversation.database.writer->changes();
        REQUIRE(conversation.vote(key_of(1), 1, Stance::agree));
        CHECK(conversation.database.writer->changes() == before);
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
