#include "app/conversation/voter.hpp"

#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/statement_inspel.hpp"
#include "app/conversation/vote_batch.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "support/conversations.hpp"

using namespace example;

namespace {

std::string newest_map(const RunningConversation& talk) {
    return store::as_json(store::newest_snapshot(*talk.database.db, talk.activity.id)->result);
}

void vote_on_all(const RunningConversation& talk, int person) {
    for (int s = 1; s <= 16; ++s) REQUIRE(talk.vote(key_of(person), s, Stance::agree));
}

auto withdraw(const RunningConversation& talk, int person) {
    return talk.act(app::withdraw_votes, key_of(person));
}

}  // namespace

TEST_CASE("who takes back their votes is gone at once, and not on the next map") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 12);
        vote_on_all(talk, 99);
        auto keeps = updater_of(talk);
        keeps.refresh();
        const auto with = newest_map(talk);
        REQUIRE(talk.rows("released_ballot") == 25);

        REQUIRE(withdraw(talk, 99));

        CHECK(keeps.refresh() == 0);
        CHECK(newest_map(talk) == with);
        CHECK(talk.rows("participant") == 24);
        CHECK(talk.rows("vote") == 24 * 16);
        CHECK(talk.rows("released_ballot") == 24);
        CHECK(app::stored_talk(*talk.database.db, talk.activity).votes.participants().size() == 24);

        for (int person = 0; person < 4; ++person) REQUIRE(withdraw(talk, person));
        CHECK(updater_of(talk).refresh() == 1);
        const auto result = store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        CHECK(result.version == 2);
        CHECK(result.participants == 20);
    });
}

TEST_CASE("what was committed stays provable when a voter has left, and their votes are not opened") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 12);
        REQUIRE(talk.database.act(talk.process,
            [&](auto& act) { return app::commit_votes(act, talk.activity, app::VotesToCommit::all); }));
        const auto batch = store::last_batch(*talk.database.db, talk.activity.id).value();
        const auto before = app::committed(*talk.database.db, talk.activity, batch);

        REQUIRE(withdraw(talk, 11));

        const auto after = app::committed(*talk.database.db, talk.activity, batch);
        CHECK(app::root_of(after) == app::root_of(before));
        const auto counting = [](const auto& votes) {
            return std::count_if(
                votes.begin(), votes.end(), [](const auto& vote) { return vote.line.counts; });
        };
        CHECK(counting(before) == 24 * 16);
        CHECK(counting(after) == 23 * 16);
    });
}

TEST_CASE("a result is frozen only after a map without those who left") {
    on_each_conversation([](const RunningConversation& talk) {
        vote_in_camps(talk, 12);
        auto keeps = updater_of(talk);
        const auto freeze = [&] { return talk.act(app::freeze_conversation); };
        REQUIRE(talk.act(app::close_conversation));
        keeps.refresh();

        REQUIRE(withdraw(talk, 11));
        CHECK(freeze().error().kind == Failure::Kind::conflict);
        keeps.refresh();
        CHECK(freeze());
        CHECK(withdraw(talk, 10).error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("nobody takes back votes by a key that has not voted, and the log tells only that it was done") {
    on_each_conversation([](const RunningConversation& talk) {
        REQUIRE(talk.vote(key_of(1), 1, Stance::agree));
        CHECK(withdraw(talk, 2).error().kind == Failure::Kind::not_found);
        CHECK(talk.rows("vote") == 1);

        REQUIRE(withdraw(talk, 1));
        const auto entry =
            store::log_entries(*talk.database.db, store::log_size(*talk.database.db) - 1, 1).front();
        CHECK(entry.find("votes.withdrawn") != std::string::npos);
        CHECK(entry.find(key_of(1)) == std::string::npos);
        CHECK(withdraw(talk, 1).error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("what a voter tells of themselves is counted, can be changed, and is checked") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto tell = [&](int person, const Background& background) {
            return talk.act(app::tell_background, key_of(person), background);
        };
        REQUIRE(talk.vote(key_of(1), 1, Stance::agree));
        REQUIRE(talk.vote(key_of(2), 1, Stance::agree));
        const auto place = choices.municipalities.front().code;
        REQUIRE(tell(1, {"outside", "citizen", "0-24"}));
        REQUIRE(tell(1, {place, "citizen", "0-24"}));

        CHECK(tell(1, {"nowhere", "", ""}).error().kind == Failure::Kind::invalid);
        CHECK(tell(3, {place, "", ""}).error().kind == Failure::Kind::not_found);
        const auto people = store::participation_in(*talk.database.db, talk.activity.id);
        CHECK(people.by_municipality == std::map<std::string, std::int64_t>{{"", 1}, {place, 1}});
        CHECK(people.by_actor_kind.at("citizen") == 1);
    });
}

TEST_CASE(
    "votes are weighted by what enough people tell, beside the unweighted, also of the map that is shown") {
    on_each_conversation([](const RunningConversation& talk) {
        for (int person = 0; person < 31; ++person) {
            (void)talk.vote(key_of(person), 1, person < 10 ? Stance::agree : Stance::disagree);
            const auto* age = person < 10 ? "0-24" : person < 30 ? "65-" : "25-44";
            REQUIRE(talk.act(app::tell_background, key_of(person), Background{"", "", age}));
        }
        auto keeps = updater_of(talk);
        const auto newest = [&] {
            return store::newest_snapshot(*talk.database.db, talk.activity.id)->result;
        };
        CHECK(keeps.refresh() == 1);
        CHECK(newest().weighting.questions.empty());

        const Population population{{}, {{"0-24", 300}, {"25-44", 500}, {"65-", 300}}};
        REQUIRE(talk.act(app::set_population, population));
        CHECK(keeps.refresh() == 0);
        const auto weighted = newest();
        CHECK(weighted.version == 1);
        CHECK(weighted.weighting.answered == 30);
        CHECK(weighted.statements[0].everyone == OpinionResult::Votes{10, 20, 30});
        CHECK(weighted.statements[0].weighted.agree == doctest::Approx(0.5));
        CHECK(weighted.weighting.effective_people == 25);

        REQUIRE(withdraw(talk, 0));
        REQUIRE(talk.act(app::set_population, Population{{}, {{"0-24", 900}, {"65-", 300}}}));
        CHECK(keeps.refresh() == 0);
        CHECK(store::as_json(newest()) == store::as_json(weighted));
        CHECK(talk.rows("voter_change") == 30);
    });
}

TEST_CASE("only those who steer the conversation write down the population, and the log says it openly") {
    on_each_conversation([](const RunningConversation& talk) {
        const Population population{{}, {{"0-24", 300}}};
        CHECK(talk.act_as(Actor::anybody(), app::set_population, population).error().kind ==
              Failure::Kind::not_allowed);
        REQUIRE(talk.act(app::set_population, population));

        CHECK(store::population_of(*talk.database.db, talk.activity.id) == population);
        const auto entry =
            store::log_entries(*talk.database.db, store::log_size(*talk.database.db) - 1, 1).front();
        CHECK(entry.find("age-0-24 300") != std::string::npos);
    });
}

TEST_CASE("a statement becomes an inspel once, in its own words, and each leads to the other") {
    on_each_conversation([](const RunningConversation& talk) {
        const auto take_up = [&](int number) {
            return talk.act(app::convert_statement, number, std::string{secret});
        };
        const auto receipt = take_up(1);
        REQUIRE(receipt);

        const auto inspel = store::find_inspel(*talk.database.db, receipt->inspel).value();
        CHECK(inspel.text == "Bussen ska gå varje timme.");
        CHECK(inspel.activity == talk.activity.id);
        CHECK(store::statement_of_inspel(*talk.database.db, inspel.id)->number == 1);
        CHECK(take_up(1).error().kind == Failure::Kind::conflict);
        CHECK(take_up(99).error().kind == Failure::Kind::not_found);
        CHECK(talk.act_as(Actor::anybody(), app::convert_statement, 2, std::string{secret}).error().kind ==
              Failure::Kind::not_allowed);
    });
}
