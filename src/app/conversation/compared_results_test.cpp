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

TEST_CASE("whatever happens that concerns fewer than five voters, what is published does not change") {
    on_each_conversation([](const RunningConversation& conversation) {
        vote_in_camps(conversation, 12);
        auto keeps = updater_of(conversation);
        keeps.refresh();
        const auto published = [&] {
            keeps.refresh();
            updater_of(conversation).refresh();
            return store::as_json(conversation.result());
        };
        const auto before = published();

        conversation.vote_up_to(16, key_of(99), Stance::agree);
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

TEST_CASE("votes are told by how sure it is who gave them, and nobody can be counted out of the sum") {
    on_each_conversation([](const RunningConversation& conversation) {
        conversation.seed_up_to(7);
        std::vector<opinion::exchange::Event> read_in;
        for (int person = 1; person <= 6; ++person)
            for (int s = 1; s <= 7; ++s) read_in.push_back({0, s, person, opinion::Vote::disagree});
        const auto agree = [&](int from, int to) {
            for (int person = from; person < to; ++person)
                conversation.vote_up_to(7, key_of(person), Stance::agree);
        };
        agree(0, 24);
        REQUIRE(conversation.act(app::import_votes, read_in));
        auto keeps = updater_of(conversation);
        const auto drawn = [&] {
            CHECK(keeps.refresh() == 1);
            return conversation.result();
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
            conversation.seed_up_to(15);
            for (int person = 0; person < 20; ++person)
                for (int s = 1; s <= 8; ++s)
                    (void)conversation.vote(
                        key_of(person), s, s == 1 || (person + s) % 2 == 0 ? Stance::disagree : Stance::pass);
            for (int person = 50; person < 50 + liners; ++person)
                conversation.vote_up_to(15, key_of(person), Stance::agree);
            updater_of(conversation).refresh();
            const auto result = conversation.result();
            CHECK(result.flagged.people == flagged);
            CHECK(result.statements[0].without_flagged == expected);
        });
    };
    check(4, 0, {});
    check(5, 5, {0, 20, 20});
}
