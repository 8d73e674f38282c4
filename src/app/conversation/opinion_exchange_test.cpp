#include "app/conversation/opinion_exchange.hpp"

#include "app/conversation/published/published_votes.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/opinion_store.hpp"
#include "support/conversations.hpp"

#include <sstream>

using namespace example;

namespace {

RunningConversation second_talk(const RunningConversation& conversation) {
    Activity draft;
    draft.slug = "igen";
    draft.kind = Activity::Kind::opinion;
    draft.title = {"Igen", "Again"};
    draft.opens = draft.closes = today;
    const auto activity =
        conversation.database
            .act(conversation.process, [&](auto& act) { return app::add_activity(act, draft); })
            .value();
    return {conversation.database, conversation.process, activity};
}

app::PastConversation exported(const RunningConversation& conversation) {
    std::stringstream votes;
    (void)app::write_votes(*conversation.database.db, conversation.activity, 0, 100'000, votes);
    auto text = votes.str();
    const auto events = opinion::exchange::read_events([text, is_read = false]() mutable {
        return std::exchange(is_read, true) ? "" : std::string_view{text};
    });
    return {
        app::stored_conversation(*conversation.database.db, conversation.activity).comments, events.value()};
}

std::string drawn(const RunningConversation& conversation) {
    const auto votes = app::stored_conversation(*conversation.database.db, conversation.activity).votes;
    const auto offer =
        app::offer_version({votes, [] { return std::vector<opinion::ParticipantId>{}; }, {}, {}, {}, {}, {}});
    return store::as_json(offer.version.value().result);
}

}  // namespace

TEST_CASE("what is exported and taken in elsewhere draws the same map") {
    on_each_database([](TestDatabase& database) {
        const auto conversation = start_conversation(database, settle(database).revision);
        vote_in_camps(conversation, 12);
        (void)conversation.vote(key_of(1), 1, Stance::pass);
        const auto again = second_talk(conversation);

        const auto taken = again.act(app::import_conversation, exported(conversation));

        REQUIRE(taken);
        CHECK(*taken == 24 * 16 + 1);
        CHECK(drawn(again) == drawn(conversation));
    });
}

TEST_CASE("a past conversation with a statement too long, or a vote on none, is refused whole") {
    on_each_database([](TestDatabase& database) {
        const auto conversation = start_conversation(database, settle(database).revision);
        const auto again = second_talk(conversation);
        auto past = exported(conversation);
        past.votes.push_back({0, 99, 1, opinion::Vote::agree});
        CHECK(!again.act(app::import_conversation, past));

        past.votes.clear();
        past.comments[0].body = std::string(longest_past_statement + 1, 'a');
        const auto refused = again.act(app::import_conversation, past);
        REQUIRE(!refused);
        CHECK(refused.error().complaints[0].place == "comment-id 1");
        CHECK(store::statements_of(*database.db, again.activity.id).empty());
        CHECK(again.act_as(with_role(Role::handler, again.process), app::import_conversation, past)
                  .error()
                  .kind == Failure::Kind::not_allowed);
    });
}

TEST_CASE("a statement of elsewhere that is longer than ours is kept whole") {
    on_each_database([](TestDatabase& database) {
        const auto conversation = start_conversation(database, settle(database).revision);
        const auto again = second_talk(conversation);
        auto past = exported(conversation);
        past.comments[0].body = std::string(longest_statement + 1, 'a');

        REQUIRE(again.act(app::import_conversation, past));
        CHECK(store::statements_of(*database.db, again.activity.id).front().text == past.comments[0].body);
    });
}
