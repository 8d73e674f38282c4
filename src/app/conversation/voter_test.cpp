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

std::string newest_map(const RunningConversation& conversation) {
    return store::as_json(conversation.result());
}

void vote_on_all(const RunningConversation& conversation, int person) {
    for (int s = 1; s <= 16; ++s) REQUIRE(conversation.vote(key_of(person), s, Stance::agree));
}

auto withdraw(const RunningConversation& conversation, int person) {
    return conversation.act(app::withdraw_votes, key_of(person));
}

}  // namespace

TEST_CASE("who takes back their votes is gone at once, and not on the next map") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        vote_on_all(conversation, 99);
        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto with = newest_map(conversation);
        REQUIRE(conversation.rows("released_ballot") == 25);

        REQUIRE(withdraw(conversation, 99));

        CHECK(keeps.refresh() == 0);
        CHECK(newest_map(conversation) == with);
        CHECK(conversation.rows("participant") == 24);
        CHECK(conversation.rows("vote") == 24 * 16);
        CHECK(conversation.rows("released_ballot") == 24);
        CHECK(app::stored_conversation(*conversation.database.db, conversation.activity)
                  .votes.participants()
                  .size() == 24);

        for (int person = 0; person < 4; ++person) REQUIRE(withdraw(conversation, person));
        CHECK(updater_of(conversation).refresh() == 1);
        const auto result = conversation.result();
        CHECK(result.version == 2);
        CHECK(result.participants == 20);
    });
}

TEST_CASE("what was committed stays provable when a voter has left, and their votes are not opened") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        REQUIRE(conversation.commit(app::VotesToCommit::all) > 0);
        const auto batch = store::last_batch(*conversation.database.db, conversation.activity.id).value();
        const auto before = app::committed(*conversation.database.db, conversation.activity, batch);

        REQUIRE(withdraw(conversation, 11));

        const auto after = app::committed(*conversation.database.db, conversation.activity, batch);
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
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);
        const auto freeze = [&] { return conversation.act(app::freeze_conversation); };
        REQUIRE(conversation.act(app::close_conversation));
        keeps.refresh();

        REQUIRE(withdraw(conversation, 11));
        CHECK(freeze().error().kind == Failure::Kind::conflict);
        keeps.refresh();
        CHECK(freeze());
        CHECK(withdraw(conversation, 10).error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("nobody takes back votes by a key that has not voted, and the log tells only that it was done") {
    on_each_conversation([](const RunningConversation& conversation) {
        REQUIRE(conversation.vote(key_of(1), 1, Stance::agree));
        CHECK(withdraw(conversation, 2).error().kind == Failure::Kind::not_found);
        CHECK(conversation.rows("vote") == 1);

        REQUIRE(withdraw(conversation, 1));
        const auto entry =
            store::log_entries(*conversation.database.db, store::log_size(*conversation.database.db) - 1, 1)
                .front();
        CHECK(entry.find("votes.withdrawn") != std::string::npos);
        CHECK(entry.find(key_of(1)) == std::string::npos);
        CHECK(withdraw(conversation, 1).error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("what a voter tells of themselves is counted, can be changed, and is checked") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto tell = [&](int person, const Background& background) {
            return conversation.act(app::save_background, key_of(person), background);
        };
        REQUIRE(conversation.vote(key_of(1), 1, Stance::agree));
        REQUIRE(conversation.vote(key_of(2), 1, Stance::agree));
        const auto place = choices.municipalities.front().code;
        REQUIRE(tell(1, {"outside", "citizen", "0-24"}));
        REQUIRE(tell(1, {place, "citizen", "0-24"}));

        CHECK(tell(1, {"nowhere", "", ""}).error().kind == Failure::Kind::invalid);
        CHECK(tell(3, {place, "", ""}).error().kind == Failure::Kind::not_found);
        const auto people = store::participation_in(*conversation.database.db, conversation.activity.id);
        CHECK(people.by_municipality == std::map<std::string, std::int64_t>{{"", 1}, {place, 1}});
        CHECK(people.by_actor_kind.at("citizen") == 1);
    });
}

TEST_CASE(
    "votes are weighted by what enough people tell, beside the unweighted, also of the map that is shown") {
    on_each_conversation([](const RunningConversation& conversation) {
        conversation.seed_up_to(7);
        for (int person = 0; person < 30; ++person) {
            for (int s = 1; s <= 7; ++s)
                (void)conversation.vote(key_of(person), s, person < 10 ? Stance::agree : Stance::disagree);
            const auto* age = person < 10 ? "0-24" : "65-";
            REQUIRE(conversation.act(app::save_background, key_of(person), Background{"", "", age}));
        }
        auto keeps = updater_of(conversation);
        const auto newest = [&] { return conversation.result(); };
        CHECK(keeps.refresh() == 1);
        CHECK(newest().weighting.questions.empty());

        const Population population{{}, {{"0-24", 300}, {"25-44", 500}, {"65-", 300}}};
        REQUIRE(conversation.act(app::set_population, population));
        CHECK(keeps.refresh() == 0);
        const auto weighted = newest();
        CHECK(weighted.version == 1);
        CHECK(weighted.weighting.answered == 30);
        CHECK(weighted.statements[0].everyone == OpinionResult::Votes{10, 20, 30});
        CHECK(weighted.statements[0].weighted.agree == doctest::Approx(0.5));
        CHECK(weighted.weighting.effective_people == 25);

        REQUIRE(withdraw(conversation, 0));
        REQUIRE(conversation.act(app::set_population, Population{{}, {{"0-24", 900}, {"65-", 300}}}));
        CHECK(keeps.refresh() == 0);
        CHECK(store::as_json(newest()) == store::as_json(weighted));
        CHECK(conversation.rows("voter_change") == 29);
    });
}

TEST_CASE("only those who steer the conversation write down the population, and the log says it openly") {
    on_each_conversation([](const RunningConversation& conversation) {
        const Population population{{}, {{"0-24", 300}}};
        CHECK(conversation.act_as(Actor::anybody(), app::set_population, population).error().kind ==
              Failure::Kind::not_allowed);
        REQUIRE(conversation.act(app::set_population, population));

        CHECK(store::population_of(*conversation.database.db, conversation.activity.id) == population);
        const auto entry =
            store::log_entries(*conversation.database.db, store::log_size(*conversation.database.db) - 1, 1)
                .front();
        CHECK(entry.find("age-0-24 300") != std::string::npos);
    });
}

TEST_CASE("a statement becomes an inspel once, in its own words, and each leads to the other") {
    on_each_conversation([](const RunningConversation& conversation) {
        const auto take_up = [&](int number) {
            return conversation.act(app::convert_statement, number, std::string{secret});
        };
        const auto receipt = take_up(1);
        REQUIRE(receipt);

        const auto inspel = store::find_inspel(*conversation.database.db, receipt->inspel).value();
        CHECK(inspel.text == "Bussen ska gå varje timme.");
        CHECK(inspel.activity == conversation.activity.id);
        CHECK(store::statement_of_inspel(*conversation.database.db, inspel.id)->number == 1);
        CHECK(take_up(1).error().kind == Failure::Kind::conflict);
        CHECK(take_up(99).error().kind == Failure::Kind::not_found);
        CHECK(conversation.act_as(Actor::anybody(), app::convert_statement, 2, std::string{secret})
                  .error()
                  .kind == Failure::Kind::not_allowed);
    });
}
