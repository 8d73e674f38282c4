#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/continuous.hpp"
#include "engine/opinion/bridging/planted.hpp"
#include "engine/opinion/bridging/ranks.hpp"
#include "engine/opinion/bridging/reliability.hpp"
#include "engine/opinion/synthetic.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa::opinion;

namespace {

ContinuousBridging bridging_of(const Conversation& conversation) {
    const auto active = active_votes(conversation);
    return continuous_bridging(active, landscape(active));
}

/// The same votes by other people, who came in another order.
Conversation by_others(const Conversation& conversation) {
    Conversation copy;
    for (const auto id : conversation.statements()) (void)copy.add_statement(id);
    auto seats = conversation.seats_by_id();
    std::reverse(seats.begin(), seats.end());
    for (const auto seat : seats)
        for (const auto ballot : conversation.ballots(seat))
            (void)copy.vote(1'000'000 - conversation.participants()[seat],
                conversation.statements()[ballot.statement()], ballot.vote());
    return copy;
}

void check_close(const std::vector<double>& found, const std::vector<double>& wanted) {
    REQUIRE(found.size() == wanted.size());
    for (std::size_t j = 0; j < found.size(); ++j)
        CHECK(found[j] == doctest::Approx(wanted[j]).epsilon(1e-9));
}

/// `people` who vote alike on `statements` statements.
Conversation all_alike(int people, int statements) {
    Conversation conversation;
    for (int j = 0; j < statements; ++j) (void)conversation.add_statement(j);
    for (int person = 0; person < people; ++person)
        for (int j = 0; j < statements; ++j)
            (void)conversation.vote(person, j, j % 2 == 0 ? Vote::agree : Vote::disagree);
    return conversation;
}

}  // namespace

TEST_CASE("what both sides like bridges more than what the larger side likes more") {
    const auto found = bridging_of(planted_conversation(PlantedLevel::clear, 7));

    const auto kind = [&](std::size_t from) {
        return std::vector<double>(found.scores.begin() + static_cast<std::ptrdiff_t>(from),
            found.scores.begin() + static_cast<std::ptrdiff_t>(from + 10));
    };
    const auto one_sided = kind(20);
    const auto two_sided = kind(30);
    CHECK(*std::max_element(one_sided.begin(), one_sided.end()) <
          *std::min_element(two_sided.begin(), two_sided.end()));
    CHECK(std::is_sorted(found.order.begin(), found.order.end(),
        [&](auto a, auto b) { return found.scores[a] > found.scores[b]; }));
}

TEST_CASE("who came, in which order and under which name does not change what bridges") {
    const auto conversation = synthetic_conversation({150, 25, 0.5, 9});
    check_close(bridging_of(by_others(conversation)).scores, bridging_of(conversation).scores);
}

TEST_CASE(
    "people without a vote on what is shown change nothing, and a rejected statement is as if not there") {
    auto with_more = planted_conversation(PlantedLevel::middling, 3);
    const auto before = bridging_of(with_more).scores;
    (void)with_more.add_statement(1000, {Standing::Verdict::rejected, false});
    (void)with_more.add_statement(1001, {Standing::Verdict::accepted, true});
    for (int person = 0; person < 300; ++person) (void)with_more.vote(person, 1000 + person % 2, Vote::agree);

    check_close(bridging_of(with_more).scores, before);
}

TEST_CASE("the axis turned round gives the same scores, with the least liked spots from the other end") {
    const auto active = active_votes(planted_conversation(PlantedLevel::clear, 5));
    auto turned = landscape(active);
    for (auto& place : turned.places) place = {-place.x, -place.y};
    const auto before = continuous_bridging(active, landscape(active));

    const auto found = continuous_bridging(active, turned);

    check_close(found.scores, before.scores);
    CHECK(found.least[0].spot == ContinuousBridging::spots - 1 - before.least[0].spot);
}

TEST_CASE("where nobody differs, or too few have said enough, what is liked is all that can be said") {
    for (const auto& conversation :
        {all_alike(30, 10), all_alike(1, 10), all_alike(0, 10), all_alike(3, 1)}) {
        const auto found = bridging_of(conversation);
        CHECK_FALSE(found.line);
        CHECK(found.scores == found.plain);
        CHECK(found.least.empty());
    }
    const auto found = bridging_of(all_alike(30, 10));
    CHECK(found.plain[0] == 31.0 / 32);
    CHECK(found.order.front() == 0);
    CHECK(found.order[1] == 2);
}

TEST_CASE("somebody is in conversation from the seventh vote on, or from the last where there are fewer") {
    Conversation conversation;
    for (int j = 0; j < 9; ++j) (void)conversation.add_statement(j);
    for (int person = 1; person <= 9; ++person)
        for (int j = 0; j < person; ++j) (void)conversation.vote(person, j, Vote::agree);
    CHECK(landscape(active_votes(conversation)).seats == std::vector<std::uint32_t>{6, 7, 8});

    const auto three = landscape(active_votes(all_alike(4, 3)));
    CHECK(three.seats.size() == 4);
}

TEST_CASE("everybody in conversation again makes each rate steeper but keeps the order of clear statements") {
    const auto found = bridging_of(planted_conversation(PlantedLevel::clear, 2));
    for (const auto& rates : found.rates)
        for (const auto rate : rates) {
            CHECK(rate > 0);
            CHECK(rate < 1);
        }
    for (std::size_t j = 0; j < found.scores.size(); ++j) CHECK(found.scores[j] >= found.least[j].rate);
}

TEST_CASE("halves of a conversation with structure agree, and the same seed parts them the same way") {
    const auto active = active_votes(planted_conversation(PlantedLevel::clear, 1));
    const auto found = reliability(active, 77, 6);
    CHECK(found.eligible == 60);
    CHECK(mean_of(found.bridging).value() > Reliability::uncertain_below);
    CHECK(smallest_of(found.bridging).value() <= mean_of(found.bridging).value());

    const auto again = reliability(active, 77, 6);
    CHECK(again.bridging == found.bridging);
    CHECK(reliability(active, 78, 6).bridging != found.bridging);
}

TEST_CASE("an order that cannot be compared is absent and not 0") {
    const auto none = reliability(active_votes(all_alike(9, 10)), 77, 3);
    CHECK(none.eligible == 0);
    CHECK(none.bridging == Reliability::Agreements(3));
    CHECK_FALSE(mean_of(none.bridging));
    CHECK_FALSE(smallest_of(none.bridging));
    CHECK(reliability(active_votes(all_alike(10, 10)), 77, 1).eligible == 10);
}

TEST_CASE("ranks of equal values are shared, and a list of one value has no order") {
    CHECK(rank_correlation({1, 2, 3}, {10, 20, 30}).value() == doctest::Approx(1));
    CHECK(rank_correlation({1, 2, 3}, {3, 2, 1}).value() == doctest::Approx(-1));
    CHECK(rank_correlation({1, 1, 2}, {1, 2, 3}).value() == doctest::Approx(0.866025403784));
    CHECK_FALSE(rank_correlation({1, 1, 1}, {1, 2, 3}));
    CHECK_FALSE(rank_correlation({}, {}));
    CHECK(quantile({4, 1, 3, 2}, 0.5) == 2.5);
    CHECK(quantile({7}, 0.95) == 7);
    CHECK(quantile({1, 2}, 1) == 2);
}
