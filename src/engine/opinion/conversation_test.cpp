#include "engine/opinion/conversation.hpp"

#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

CoVotes from_scratch(const Conversation& conversation) {
    return CoVotes::of(conversation.statements().size(), conversation.all_ballots(), 1);
}

}  // namespace

TEST_CASE("the last vote on a statement counts") {
    auto conversation = test::voted({"+"});

    CHECK(conversation.vote(0, 0, Vote::disagree));

    REQUIRE(conversation.ballots(0).size() == 1);
    CHECK(conversation.ballots(0)[0].vote() == Vote::disagree);
    CHECK(conversation.votes() == 1);
}

TEST_CASE("a vote on a statement that is not there is refused and leaves no trace") {
    auto conversation = test::voted({"+"});

    CHECK(conversation.vote(7, 1, Vote::agree).error().kind == Failure::Kind::not_found);

    CHECK_FALSE(conversation.seat_of(7));
    CHECK(conversation.votes() == 1);
}

TEST_CASE("a pass is a vote, and who withdraws the last vote is gone") {
    auto conversation = test::voted({"0", "+"});
    CHECK(conversation.votes() == 2);

    CHECK(conversation.withdraw(0, 0));

    CHECK_FALSE(conversation.withdraw(0, 0));
    CHECK_FALSE(conversation.seat_of(0));
    CHECK(conversation.participants() == std::vector<ParticipantId>{1});
}

TEST_CASE("a statement with a lower id than others leaves their votes where they were") {
    Conversation conversation;
    (void)conversation.add_statement(5);
    (void)conversation.vote(1, 5, Vote::agree);
    conversation.count_pairs(1);

    CHECK(conversation.add_statement(3));
    (void)conversation.vote(1, 3, Vote::disagree);

    CHECK(conversation.statements() == std::vector<StatementId>{3, 5});
    CHECK(conversation.ballots(0)[1] == Ballot{1, Vote::agree});
    CHECK(*conversation.pairs() == from_scratch(conversation));
}

TEST_CASE("naming a statement anew changes its standing and nothing else") {
    auto conversation = test::voted({"+"});

    CHECK(conversation.add_statement(0, {Standing::Verdict::rejected, false}));

    CHECK(conversation.standing(0).is_left_out());
    CHECK(conversation.votes() == 1);
}

TEST_CASE("counts kept vote by vote equal counts from scratch, whatever happened in between") {
    Conversation conversation;
    for (int j = 0; j < 12; ++j) (void)conversation.add_statement(j);
    conversation.count_pairs(1);
    Random random{3};
    for (int step = 0; step < 3000; ++step) {
        const auto who = random.below(20);
        const auto what = random.below(12);
        const auto act = random.below(40);
        if (act == 0)
            conversation.erase(who);
        else if (act < 6)
            conversation.withdraw(who, what);
        else
            (void)conversation.vote(who, what, static_cast<Vote>(static_cast<int>(random.below(3)) - 1));
    }

    CHECK(*conversation.pairs() == from_scratch(conversation));
}

TEST_CASE("who is erased leaves the counts as if never there") {
    auto with = test::voted({"+-+0", "++ -", "0-+ "});
    with.count_pairs(1);
    CHECK(with.erase(1));
    CHECK_FALSE(with.erase(1));

    CHECK(*with.pairs() == from_scratch(test::voted({"+-+0", "0-+ "})));
    CHECK(with.votes() == 7);
}
