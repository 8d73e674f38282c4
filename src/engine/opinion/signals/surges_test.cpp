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

constexpr std::int64_t hour = 60 * minute;

std::vector<Moment> one_each(std::initializer_list<std::pair<ParticipantId, std::int64_t>> list) {
    std::vector<Moment> moments;
    for (const auto& [id, at] : list) moments.push_back({id, at});
    return moments;
}

}  // namespace

TEST_CASE("an hour in which far more come than is usual is found, with its people") {
    std::vector<Moment> moments;
    for (int h = 0; h < 20; ++h) moments.push_back({h, h * hour});
    for (int i = 0; i < 20; ++i) moments.push_back({100 + i, 7 * hour + i * minute + minute});
    const auto found = surges(first_votes(moments));

    REQUIRE(found.size() == 1);
    CHECK(found[0].participants.size() == 21);
    CHECK(found[0].participants.front() == 7);
    CHECK(found[0].window == Window{7 * hour, 7 * hour + 20 * minute});
    CHECK(found[0].usual == 1);
    CHECK(found[0].z == doctest::Approx(2 * (std::sqrt(21.375) - std::sqrt(1.375))));
}

TEST_CASE("an even flow, a lone arrival and none at all are no surge") {
    std::vector<Moment> even;
    for (int i = 0; i < 300; ++i) even.push_back({i, i * hour / 10});

    CHECK(surges(first_votes(even)).empty());
    CHECK(surges(first_votes(one_each({{1, 5}}))).empty());
    CHECK(surges({}).empty());
}

TEST_CASE("the first vote counts as the arrival, and no time is too far away") {
    constexpr auto early = std::numeric_limits<std::int64_t>::min();
    constexpr auto late = std::numeric_limits<std::int64_t>::max();
    const auto first = first_votes(one_each({{1, 9}, {1, 4}, {2, late}, {2, early}}));

    CHECK(first.at(1) == 4);
    CHECK(first.at(2) == early);
    CHECK(surges(first_votes(one_each({{1, early}, {2, late}}))).empty());
}

TEST_CASE("people who come for one statement alone are found, with how they and the others voted on it") {
    auto conversation = synthetic_conversation({100, 20, 0.9, 4});
    for (int i = 0; i < 40; ++i) (void)conversation.vote(500 + i, 3, i < 30 ? Vote::agree : Vote::pass);
    const auto tally = tally_everyone(conversation)[3];

    const auto found = campaigns(conversation);

    REQUIRE(found.size() == 1);
    CHECK(found[0].statement == 3);
    CHECK(found[0].participants.size() == 40);
    CHECK(
        found[0].expected == doctest::Approx(40.0 * tally.votes / static_cast<double>(conversation.votes())));
    CHECK(found[0].agree_share == doctest::Approx(0.75));
    CHECK(found[0].agree_share_of_others == doctest::Approx((tally.agrees - 30.0) / (tally.votes - 40.0)));
}

TEST_CASE("fewer than fifteen newcomers, or newcomers on every statement alike, are no campaign") {
    auto conversation = synthetic_conversation({100, 20, 0.9, 4});
    for (int i = 0; i < 14; ++i) (void)conversation.vote(500 + i, 3, Vote::agree);
    CHECK(campaigns(conversation).empty());

    for (int i = 0; i < 400; ++i) (void)conversation.vote(1000 + i, i % 20, Vote::agree);
    CHECK(campaigns(conversation).empty());
    CHECK(campaigns({}).empty());
}
