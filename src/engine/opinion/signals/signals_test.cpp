#include "engine/opinion/signals/signals.hpp"

#include "engine/opinion/signals/sensitivity.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/signal_times.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <limits>

using namespace medskapa;
using namespace medskapa::opinion;

using namespace example;

namespace {

/// Votes of nobody in particular, and `copies` people from id 1000 who vote as the first one does.
Conversation with_copies(int copies) {
    auto conversation = synthetic_conversation({200, 40, 0.8, 4});
    const std::vector<Ballot> model(conversation.ballots(0).begin(), conversation.ballots(0).end());
    for (int c = 0; c < copies; ++c) {
        for (const auto ballot : model)
            (void)conversation.vote(1000 + c, static_cast<int>(ballot.statement()), ballot.vote());
    }
    return conversation;
}

}  // namespace

TEST_CASE("who votes the same on all that they share is found though each voted on more") {
    const auto conversation = test::voted({"+-+-+-+-+-+-+-+-  ", "+-+-+-+-+-+-+-+-+ ", "+-+-+-+-+-+-+-+- -",
        "--+-+-+-+-+-+-+-+-", "+-+-+-+-+-+-+-    ", "-+-+-+-+-+-+-+0+  ", "-+-+-+-+-+-+0+-+  ",
        "-+-+-+-+0+-+-+-+  ", "-+-+0+-+-+-+-+-+  "});

    const auto found = signals(conversation, {}).alike;

    REQUIRE(found.size() == 1);
    CHECK(found[0].participants == std::vector<ParticipantId>{0, 1, 2});
    CHECK(found[0].fewest_shared == 16);
}

TEST_CASE("likeness is reported with how much of it chance would give, worked by hand") {
    const auto conversation = test::voted({"+++++++++++++++", "+++++++++++++++", "---------------"});

    const auto found = signals(conversation, {}).alike;

    REQUIRE(found.size() == 1);
    CHECK(found[0].expected_pairs == doctest::Approx(3 * std::pow(5.0 / 9, 15)));
}

TEST_CASE("fourteen statements in common, or one that differs in fifteen, are no identity") {
    CHECK(signals(test::voted({"+-+-+-+-+-+-+-+ ", "+-+-+-+-+-+-+- +"}), {}).alike.empty());
    CHECK(signals(test::voted({"+-+-+-+-+-+-+-+", "+-+-+-+-+-+-+--"}), {}).alike.empty());
}

TEST_CASE("five who begin within ten minutes of each other and vote alike are a ring, four are not") {
    std::vector<Moment> moments;
    for (int c = 0; c < 5; ++c) moments.push_back({1000 + c, 10 * minute / 4 * c});
    const auto of = [&](int copies) { return signals(with_copies(copies), moments).rings; };

    CHECK(of(4).empty());
    const auto found = of(5);
    REQUIRE(found.size() == 1);
    CHECK(found[0].participants == std::vector<ParticipantId>{1000, 1001, 1002, 1003, 1004});
    CHECK(found[0].began == Window{0, 10 * minute});
    CHECK(found[0].agreement == 1);
}

TEST_CASE("who votes alike at other times, or at unknown times, is no ring") {
    std::vector<Moment> moments;
    for (int c = 0; c < 5; ++c) moments.push_back({1000 + c, 10 * minute / 4 * c + (c == 4 ? 1 : 0)});

    CHECK(signals(with_copies(5), moments).rings.empty());
    CHECK(signals(with_copies(5), {}).rings.empty());
}

TEST_CASE("a ring is found though each of its people strays on one vote in twenty") {
    auto conversation = with_copies(8);
    std::vector<Moment> moments;
    for (int c = 0; c < 8; ++c) {
        (void)conversation.vote(1000 + c, 4 * c, Vote::pass);
        moments.push_back({1000 + c, minute * c});
    }

    const auto found = signals(conversation, moments).rings;

    REQUIRE(found.size() == 1);
    CHECK(found[0].participants.size() == 8);
    CHECK(found[0].agreement < 1);
}

TEST_CASE("of a long line of likeness, those who began in its densest ten minutes are the ring") {
    std::vector<Moment> moments;
    for (int c = 0; c < 10; ++c)
        moments.push_back({1000 + c, c < 5 ? 8 * minute * c : 60 * minute + minute * c});

    const auto found = signals(with_copies(10), moments).rings;

    REQUIRE(found.size() == 1);
    CHECK(found[0].participants == std::vector<ParticipantId>{1005, 1006, 1007, 1008, 1009});
}

TEST_CASE("where nearly all agree on everything, to vote alike is no sign of anything") {
    auto conversation = test::voted(std::vector<std::string_view>(60, "++++++++++++++++++++"));
    std::vector<Moment> moments;
    for (int person = 0; person < 60; ++person) {
        (void)conversation.vote(person, person % 20, Vote::disagree);
        moments.push_back({person, 10'000 * person});
    }

    const auto found = signals(conversation, moments);

    CHECK(found.judged == 60);
    CHECK(found.alike.empty());
    CHECK(found.rings.empty());
}

TEST_CASE("made-up votes by chance raise no signal, and silence none either") {
    std::vector<Moment> moments;
    for (int person = 0; person < 400; ++person) moments.push_back({person, minute * person});
    const auto found = signals(synthetic_conversation({400, 60, 0.5, 7}), moments);

    CHECK(flagged(found).empty());
    CHECK(found.judged > 350);
    CHECK(flagged(signals({}, {})).empty());
}

TEST_CASE("a surge alone flags nobody, all else does") {
    Signals found;
    found.straight_liners = {5};
    found.hasty = {1, 5};
    found.alike = {{{7, 9}, 15, 0}};
    found.rings = {{{3}, {}, 1}};
    found.surges = {{{4}, {}, 0, 9}};
    found.campaigns = {{0, {8}, 0, 9, 1, 0}};

    CHECK(flagged(found) == std::vector<ParticipantId>{1, 3, 5, 7, 8, 9});
}

TEST_CASE("what a result is without some people is reported next to it, and they stay in the conversation") {
    auto conversation = test::voted({"+++", "++-", "+-+", "+-0"});
    for (int i = 0; i < 40; ++i) (void)conversation.vote(100 + i, 1, Vote::agree);
    const auto votes = conversation.votes();
    const auto with = draw_map(conversation, {}, {}, [](auto) {});
    std::vector<ParticipantId> some{99};
    for (int i = 0; i < 40; ++i) some.push_back(100 + i);

    const auto [without, difference] = sensitivity(conversation, {}, with, some);

    CHECK(difference.left_out == 40);
    CHECK(without.participants == std::vector<ParticipantId>{0, 1, 2, 3});
    CHECK(conversation.votes() == votes);
    CHECK(difference.shifts[1].agree == doctest::Approx(0.5 - 42.0 / 44));
    CHECK(difference.shifts[1].disagree == doctest::Approx(0.5 - 2.0 / 44));
    CHECK(std::any_of(difference.changes.begin(), difference.changes.end(), [](const ListChange& change) {
        return change.place == ListChange::Place::consensus_agree && change.statement == 1 &&
               !change.is_gained;
    }));
}

TEST_CASE("to leave out nobody changes nothing") {
    const auto conversation = synthetic_conversation({150, 30, 0.6, 9});
    const auto with = draw_map(conversation, {}, {}, [](auto) {});

    const auto difference = sensitivity(conversation, {}, with, {}).sensitivity;

    CHECK(difference.ari == 1);
    CHECK(difference.changes.empty());
    CHECK(difference.groups_without == difference.groups);
    for (const auto& shift : difference.shifts) CHECK(shift.agree == 0);
}
