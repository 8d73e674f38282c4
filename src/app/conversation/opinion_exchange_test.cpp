#include "app/conversation/opinion_exchange.hpp"

#include "app/conversation/published/published_votes.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/opinion_store.hpp"
#include "support/conversations.hpp"

#include <sstream>

using namespace example;

namespace {

RunningConversation second_talk(const RunningConversation& talk) {
    Activity draft;
    draft.slug = "igen";
    draft.kind = Activity::Kind::opinion;
    draft.title = {"Igen", "Again"};
    draft.opens = draft.closes = today;
    const auto activity =
        talk.database.act(talk.process, [&](auto& act) { return app::add_activity(act, draft); }).value();
    return {talk.database, talk.process, activity};
}

app::PastTalk exported(const RunningConversation& talk) {
    std::stringstream votes;
    (void)app::write_votes(*talk.database.db, talk.activity, 0, 100'000, votes);
    auto text = votes.str();
    const auto events = opinion::exchange::read_events([text, is_read = false]() mutable {
        return std::exchange(is_read, true) ? "" : std::string_view{text};
    });
    return {app::stored_talk(*talk.database.db, talk.activity).comments, events.value()};
}

std::string drawn(const RunningConversation& talk) {
    const auto votes = app::stored_talk(*talk.database.db, talk.activity).votes;
    const auto offer =
        app::offer_version({votes, [] { return std::vector<opinion::ParticipantId>{}; }, {}, {}, {}, {}, {}});
    return store::as_json(offer.version.value().result);
}

}  // namespace

TEST_CASE("what is exported and taken in elsewhere draws the same map") {
    on_each_database([](TestDatabase& home) {
        const auto talk = start_conversation(home, settle(home).revision);
        vote_in_camps(talk, 12);
        (void)talk.vote(key_of(1), 1, Stance::pass);
        const auto again = second_talk(talk);

        const auto taken = again.act(app::import_talk, exported(talk));

        REQUIRE(taken);
        CHECK(*taken == 24 * 16 + 1);
        CHECK(drawn(again) == drawn(talk));
    });
}

TEST_CASE("a past conversation with a statement too long, or a vote on none, is refused whole") {
    on_each_database([](TestDatabase& home) {
        const auto talk = start_conversation(home, settle(home).revision);
        const auto again = second_talk(talk);
        auto past = exported(talk);
        past.votes.push_back({0, 99, 1, opinion::Vote::agree});
        CHECK(!again.act(app::import_talk, past));

        past.votes.clear();
        past.comments[0].body = std::string(longest_past_statement + 1, 'a');
        const auto refused = again.act(app::import_talk, past);
        REQUIRE(!refused);
        CHECK(refused.error().complaints[0].place == "comment-id 1");
        CHECK(store::statements_of(*home.db, again.activity.id).empty());
        CHECK(again.act_as(with_role(Role::handler, again.process), app::import_talk, past).error().kind ==
              Failure::Kind::not_allowed);
    });
}

TEST_CASE("a statement of elsewhere that is longer than ours is kept whole") {
    on_each_database([](TestDatabase& home) {
        const auto talk = start_conversation(home, settle(home).revision);
        const auto again = second_talk(talk);
        auto past = exported(talk);
        past.comments[0].body = std::string(longest_statement + 1, 'a');

        REQUIRE(again.act(app::import_talk, past));
        CHECK(store::statements_of(*home.db, again.activity.id).front().text == past.comments[0].body);
    });
}
