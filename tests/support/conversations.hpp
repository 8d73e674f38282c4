#pragma once

#include "app/conversation/opinion.hpp"
#include "app/conversation/opinion_map_updater.hpp"
#include "support/example.hpp"

/// A conversation in the tests' small world, with two statements to vote on.
namespace example {

struct Talk {
    TestDatabase& home;
    Process process;
    Activity activity;

    app::Occasion occasion() const { return {activity, today}; }

    template <class... Args>
    auto act_as(const Actor& actor, auto verb, const Args&... args) const {
        return home.act_as(actor, process, [&](auto& act) { return verb(act, occasion(), args...); });
    }
    template <class... Args>
    auto act(auto verb, const Args&... args) const {
        return act_as(Actor::operating(), verb, args...);
    }

    Statement seed(const std::string& text) const { return act(app::seed_statement, text).value(); }
    auto vote(const std::string& key, int statement, Stance stance) const {
        return act(app::vote, app::VoteRequest{key, statement, stance, 0.5});
    }
    std::int64_t rows(const std::string& table) const {
        return home.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
};

/// The nth person's key.
inline std::string key_of(int n) {
    const auto digits = std::to_string(n);
    return std::string(32 - digits.size(), 'a') + digits;
}

inline Talk start_talk(TestDatabase& home, const Process& process) {
    Activity draft;
    draft.slug = "rosta";
    draft.kind = Activity::Kind::opinion;
    draft.title = {"Rösta", "Vote"};
    draft.opens = today;
    draft.closes = today;
    const auto activity = home.act(process, [&](auto& act) { return app::add_activity(act, draft); }).value();
    Talk talk{home, process, activity};
    talk.seed("Bussen ska gå varje timme.");
    talk.seed("Skolan i byn ska finnas kvar.");
    return talk;
}

/// Two camps of so many people each, that differ on every statement but the first eight.
inline void vote_in_camps(const Talk& talk, int people_a_camp) {
    for (int s = 3; s <= 16; ++s) talk.seed("Påstående nummer " + std::to_string(s));
    for (int person = 0; person < 2 * people_a_camp; ++person)
        for (int s = 1; s <= 16; ++s) {
            const bool agrees = s <= 8 || (person % 2 == 0) == (s % 2 == 0);
            const bool strays = (person * 7 + s * 3) % 31 == 0;
            (void)talk.vote(key_of(person), s, agrees != strays ? Stance::agree : Stance::disagree);
        }
}

inline void on_each_talk(const std::function<void(const Talk&)>& check) {
    on_each_database([&](TestDatabase& home) { check(start_talk(home, settle(home).revision)); });
}

/// Draws the conversation's maps as the server does, but anew whenever somebody has voted.
inline app::OpinionMapUpdater updater_of(const Talk& talk, std::size_t fewest_new_voters = 1) {
    return {sql::open(talk.home.where, sql::Access::read_only), *talk.home.writer, stockholm,
        [&home = talk.home] { return home.now; }, fewest_new_voters};
}

}  // namespace example
