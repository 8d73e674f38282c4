#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/random.hpp"
#include "engine/opinion/slate/approval_voting.hpp"
#include "engine/opinion/slate/chances.hpp"
#include "engine/opinion/synthetic.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <numeric>

using namespace medskapa::opinion;

namespace {

/// By statement: who approves it. All statements are allowed.
Profile profile(std::size_t people, std::vector<std::vector<std::uint32_t>> approvers) {
    Profile made{people, std::move(approvers), {}};
    made.allowed.resize(made.approvers.size());
    std::iota(made.allowed.begin(), made.allowed.end(), std::size_t{0});
    return made;
}

std::vector<std::uint32_t> people(std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> some(to - from);
    std::iota(some.begin(), some.end(), from);
    return some;
}

Profile random_profile(std::uint64_t seed) {
    Random random{seed};
    std::vector<std::vector<std::uint32_t>> approvers(3 + random.below(8));
    const auto count = 1 + random.below(30);
    for (auto& of_one : approvers)
        for (std::uint32_t person = 0; person < count; ++person)
            if (random.below(3) == 0) of_one.push_back(person);
    return profile(count, std::move(approvers));
}

/// Two sides that agree on nothing: seven of ten people and three.
Profile two_sides() {
    return profile(10, {people(0, 7), people(0, 7), people(0, 7), people(0, 7), people(7, 10)});
}

}  // namespace

TEST_CASE(
    "a minority that is large enough gets a statement of its own, which the best liked do not give it") {
    const auto sides = two_sides();

    const auto slate = completed_equal_shares(sides, 4);
    CHECK(std::count(slate.begin(), slate.end(), 4U) == 1);
    CHECK_FALSE(left_out_by(sides, slate, 4));

    const auto left_out = left_out_by(sides, {0, 1, 2, 3}, 4);
    REQUIRE(left_out);
    CHECK(*left_out == LeftOut{4, 1, 3});
}

TEST_CASE("a group is left out from exactly its share of the people on") {
    // Of ten people and two places five deserve one.
    CHECK(left_out_by(profile(10, {people(0, 5), people(5, 10)}), {0}, 2) == LeftOut{1, 1, 5});
    CHECK_FALSE(left_out_by(profile(10, {people(0, 6), people(6, 10)}), {0}, 2));
}

TEST_CASE("equal shares completed leave nobody out, whoever approves what") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        const auto some = random_profile(seed);
        for (std::size_t places = 1; places <= 5; ++places) {
            const auto shares = equal_shares(some, places);
            CHECK_FALSE(left_out_by(some, shares.slate, places));
            const auto slate = completed_equal_shares(some, places);
            CHECK_FALSE(left_out_by(some, slate, places));
            CHECK(slate.size() == std::min(places, some.allowed.size()));
        }
    }
}

TEST_CASE("everybody twice gives the same slates") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto once = random_profile(seed);
        auto twice = once;
        twice.people *= 2;
        for (auto& of_one : twice.approvers) {
            const auto before = of_one;
            for (const auto person : before)
                of_one.push_back(person + static_cast<std::uint32_t>(once.people));
        }

        CHECK(approval_voting(once, 5).slate == approval_voting(twice, 5).slate);
        CHECK(equal_shares(once, 5).slate == equal_shares(twice, 5).slate);
    }
}

TEST_CASE("a slate takes all there are when they are fewer than its places, and ten at most") {
    CHECK(approval_voting(two_sides(), 9).slate.size() == 5);
    std::vector<std::vector<std::uint32_t>> many(20, people(0, 3));
    CHECK(approval_voting(profile(3, many), 20).slate.size() == longest_slate);
    CHECK(completed_equal_shares(profile(3, many), 20).size() == longest_slate);
}

TEST_CASE("among nobody, or where nothing may be chosen, there is nothing to choose and nobody left out") {
    const auto nobody = profile(0, {{}, {}});
    CHECK(equal_shares(nobody, 5).slate.empty());
    CHECK_FALSE(left_out_by(nobody, {}, 5));
    CHECK(completed_equal_shares(profile(4, {}), 5).empty());
}

TEST_CASE("of equal statements the more approved comes first, then the lower") {
    CHECK(approval_voting(profile(4, {{0}, {1, 2}, {2, 3}}), 1).slate == Profile::Slate{1});
    CHECK(equal_shares(profile(4, {people(0, 4), people(0, 4)}), 1).slate == Profile::Slate{0});
}

TEST_CASE("coverage goes from what is known to what could be, and what is expected lies between") {
    const auto conversation = synthetic_conversation({120, 20, 0.5, 4});
    const auto active = active_votes(conversation);
    const auto found = landscape(active);
    const auto profile = profile_of(active, found);
    const auto chances = Chances::of(active, found);
    REQUIRE(chances);

    const auto covered = coverage(active, found, completed_equal_shares(profile, 5), &*chances);

    REQUIRE(covered.expected);
    const auto share = [&](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(covered.people);
    };
    CHECK(covered.expected->share >= share(covered.known));
    CHECK(covered.expected->share <= share(covered.could_be));
    CHECK(covered.expected->low <= covered.expected->share);
    CHECK(covered.expected->high >= covered.expected->share);
    CHECK(covered.expected->high <= 1);
}

TEST_CASE("an empty slate covers nobody, and among nobody nothing is expected") {
    const auto active = active_votes(synthetic_conversation({30, 10, 0.9, 4}));
    const auto found = landscape(active);
    const auto chances = Chances::of(active, found);
    const auto none = coverage(active, found, {}, &*chances);
    CHECK(none.known == 0);
    CHECK(none.could_be == 0);
    CHECK(none.expected->share == 0);

    const auto empty = active_votes(synthetic_conversation({0, 10, 0.9, 4}));
    CHECK_FALSE(coverage(empty, landscape(empty), {0, 1}, nullptr).expected);
}
