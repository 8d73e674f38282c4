#pragma once

#include "app/conversation/opinion.hpp"
#include "app/conversation/opinion_map_updater.hpp"
#include "app/conversation/vote_batch.hpp"
#include "store/conversation/opinion_store.hpp"
#include "support/example.hpp"

/// A conversation in the tests' small world, with two statements to vote on.
namespace example {

struct RunningConversation {
    TestDatabase& database;
    Process process;
    Activity activity;

    app::Occasion occasion() const { return {activity, today}; }

    template <class... Args>
    auto act_as(const Actor& actor, auto verb, const Args&... args) const {
        return database.act_as(actor, process, [&](auto& act) { return verb(act, occasion(), args...); });
    }
    template <class... Args>
    auto act(auto verb, const Args&... args) const {
        return act_as(Actor::operating(), verb, args...);
    }

    Statement seed(const std::string& text) const { return act(app::seed_statement, text).value(); }
    /// More statements, until there are so many.
    void seed_up_to(int number) const {
        for (int s = 3; s <= number; ++s) seed("Påstående nummer " + std::to_string(s));
    }
    /// One from somebody who votes, accepted.
    Statement proposed(const std::string& text) const {
        const auto added = act(app::propose_statement, text, std::string{"form"}).value();
        return act(app::moderate_statement, added.number, Ruling{"accepted", "", ""}).value();
    }
    auto vote(const std::string& key, int statement, Stance stance) const {
        return act(app::vote, app::VoteRequest{key, statement, stance, 0.5});
    }
    /// Votes alike on all statements up to this number.
    void vote_up_to(int number, const std::string& key, Stance stance) const {
        for (int s = 1; s <= number; ++s) (void)vote(key, s, stance);
    }
    /// Commits those that wait to the log: how many they were.
    std::int64_t commit(app::VotesToCommit which) const {
        return database.act(process, [&](auto& act) { return app::commit_votes(act, activity, which); })
            .value();
    }
    /// The newest map, of a conversation that has one.
    store::OpinionSnapshot newest() const {
        return store::newest_snapshot(*database.db, activity.id).value();
    }
    OpinionResult result() const { return newest().result; }
    std::int64_t rows(const std::string& table) const {
        return database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

/// The nth person's key.
inline std::string key_of(int n) {
    const auto digits = std::to_string(n);
    return std::string(32 - digits.size(), 'a') + digits;
}

inline RunningConversation start_conversation(TestDatabase& database, const Process& process) {
    Activity draft;
    draft.slug = "rosta";
    draft.kind = Activity::Kind::opinion;
    draft.title = {"Rösta", "Vote"};
    draft.opens = today;
    draft.closes = today;
    const auto activity =
        database.act(process, [&](auto& act) { return app::add_activity(act, draft); }).value();
    RunningConversation conversation{database, process, activity};
    conversation.seed("Bussen ska gå varje timme.");
    conversation.seed("Skolan i byn ska finnas kvar.");
    return conversation;
}

/// Two camps of so many people each, that differ on every statement but the first eight.
inline void vote_in_camps(const RunningConversation& conversation, int people_a_camp) {
    conversation.seed_up_to(16);
    for (int person = 0; person < 2 * people_a_camp; ++person)
        for (int s = 1; s <= 16; ++s) {
            const bool agrees = s <= 8 || (person % 2 == 0) == (s % 2 == 0);
            const bool strays = (person * 7 + s * 3) % 31 == 0;
            (void)conversation.vote(key_of(person), s, agrees != strays ? Stance::agree : Stance::disagree);
        }
}

inline void on_each_conversation(const std::function<void(const RunningConversation&)>& check) {
    on_each_database(
        [&](TestDatabase& database) { check(start_conversation(database, settle(database).revision)); });
}

/// Draws the conversation's maps as the server does.
inline app::OpinionMapUpdater updater_of(const RunningConversation& conversation) {
    return {sql::open(conversation.database.where, sql::Access::read_only), *conversation.database.writer,
        stockholm, [&database = conversation.database] { return database.now; }};
}

}  // namespace example
