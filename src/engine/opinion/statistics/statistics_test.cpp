#include "engine/opinion/statistics/bridging.hpp"
#include "engine/opinion/statistics/consensus.hpp"
#include "engine/opinion/statistics/priority.hpp"
#include "engine/opinion/statistics/representative.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

/// The representative statements of the first of two groups.
std::vector<Representative> of_first(const std::vector<Tally>& own, const std::vector<Tally>& others) {
    std::vector<Leaning> leanings;
    for (std::size_t j = 0; j < own.size(); ++j) leanings.push_back(leaning(own[j], others[j]));
    return representative_statements(leanings, own, std::vector<bool>(own.size()));
}

}  // namespace

TEST_CASE("votes are tallied by group, and nobody outside the groups counts") {
    const auto conversation = test::voted({"+0", "+-", "- ", "++"});
    const auto tallies =
        tally_groups(conversation, conversation.seats_by_id(), {2, {0, 0, 1, Grouping::none}});

    CHECK(tallies[0][0] == Tally{2, 0, 2});
    CHECK(tallies[0][1] == Tally{0, 1, 2});
    CHECK(tallies[1][0] == Tally{0, 1, 1});
    CHECK(tallies[1][1] == Tally{});
    CHECK(tally_everyone(conversation)[0] == Tally{3, 1, 4});
}

TEST_CASE("tallies from counted pairs equal those from the votes") {
    auto conversation = test::voted({"+0-", "+-0", "- +", "++ "});
    const auto expected = tally_everyone(conversation);
    conversation.count_pairs(1);

    CHECK(tally_everyone(conversation) == expected);
}

TEST_CASE("shares and their tests are those done by hand") {
    const auto l = leaning({8, 1, 10}, {2, 7, 10});

    CHECK(l.p_agree == doctest::Approx(9.0 / 12));
    CHECK(l.p_disagree == doctest::Approx(2.0 / 12));
    CHECK(l.p_agree_test == doctest::Approx(2 * std::sqrt(11) * (9.0 / 11 - 0.5)));
    CHECK(l.r_agree == doctest::Approx((9.0 / 12) / (3.0 / 12)));
    const double pooled = 12.0 / 22;
    CHECK(l.r_agree_test ==
          doctest::Approx((9.0 / 11 - 3.0 / 11) / std::sqrt(pooled * (1 - pooled) * (2.0 / 11))));
}

TEST_CASE("without votes shares are one half and nothing is distinguished") {
    const auto l = leaning({}, {});

    CHECK(l.p_agree == 0.5);
    CHECK(l.r_agree == 1);
    CHECK(l.r_agree_test == 0);
}

TEST_CASE("a group is known first for what it agrees on, then for what sets it apart") {
    const auto shown =
        of_first({{20, 0, 20}, {0, 20, 20}, {10, 10, 20}}, {{2, 18, 20}, {18, 2, 20}, {10, 10, 20}});

    REQUIRE(shown.size() == 2);
    CHECK(shown[0].statement == 0);
    CHECK(shown[0].side == Side::agree);
    CHECK(shown[0].best_agree == 20);
    CHECK(shown[0].trials == 20);
    CHECK(shown[1].statement == 1);
    CHECK(shown[1].side == Side::disagree);
    CHECK(shown[1].successes == 20);
}

TEST_CASE("at most five statements are shown for a group") {
    const auto shown = of_first(std::vector<Tally>(9, {20, 0, 20}), std::vector<Tally>(9, {0, 20, 20}));

    CHECK(shown.size() == 5);
}

TEST_CASE(
    "where nothing suffices the nearest is shown, and a statement nobody voted on never for agreement") {
    const auto shown = of_first({{}, {2, 3, 5}}, {{}, {3, 2, 5}});

    REQUIRE(shown.size() == 1);
    CHECK(shown[0].statement == 1);
    CHECK(shown[0].side == Side::disagree);
    CHECK_FALSE(shown[0].best_agree);
}

TEST_CASE("a difference is significant only when it is rare among as many comparisons") {
    const auto with_tests = [](std::vector<double> tests) {
        std::vector<Leaning> leanings;
        for (const double test : tests) {
            leanings.emplace_back();
            leanings.back().r_agree_test = test;
        }
        return significance_limit(
            std::vector<std::vector<Leaning>>{leanings}, std::vector<bool>(tests.size()));
    };

    CHECK(with_tests({1.7}) == 1.7);
    CHECK(std::isinf(with_tests({1.6})));
    CHECK(std::isinf(with_tests({1.7, 0, 0, 0})));
    CHECK(with_tests({3, 2.1, 0, 0}) == 2.1);
    CHECK(std::isinf(significance_limit({}, {})));
}

TEST_CASE("what is left out is never shown") {
    const Tally clear{20, 0, 20};
    const std::vector<Leaning> leanings{leaning(clear, {0, 20, 20})};

    CHECK(representative_statements(leanings, std::vector{clear}, {true}).empty());
    CHECK(consensus_lists(std::vector{clear}, {true}).agree.empty());
}

TEST_CASE("consensus needs more than half and more than chance, the clearest first") {
    const std::vector<Tally> everyone{{6, 4, 10}, {9, 1, 10}, {30, 1, 31}, {0, 12, 12}};

    const auto lists = consensus_lists(everyone, std::vector<bool>(4));

    REQUIRE(lists.agree.size() == 2);
    CHECK(lists.agree[0].statement == 2);
    CHECK(lists.agree[1].statement == 1);
    CHECK(lists.disagree.at(0).statement == 3);
}

TEST_CASE("common ground is the product of shares, and its bound asks every group for enough votes") {
    const auto ground = common_ground({{{9, 1, 10}, {1, 0, 1}}, {{8, 2, 10}, {90, 5, 100}}}, 2);

    CHECK(ground[0].agree == doctest::Approx(10.0 / 12 * 9.0 / 12));
    CHECK(ground[0].disagree == doctest::Approx(2.0 / 12 * 3.0 / 12));
    CHECK(ground[0].agree_bound == doctest::Approx(wilson_lower(8, 10, z90)));
    CHECK(ground[1].agree_bound == doctest::Approx(1 / (1 + z90 * z90)));
    CHECK(ground[0].agree_mean_bound ==
          doctest::Approx(std::sqrt(wilson_lower(9, 10, z90) * wilson_lower(8, 10, z90))));
    CHECK(ground[1].disagree_mean_bound == 0);
    CHECK(wilson_lower(0, 0, z90) == 0);
}

TEST_CASE("priority falls with votes and with passes, and is fixed for statements about the conversation") {
    CHECK(priority({}, 0, false) == doctest::Approx(std::pow(0.5 * 0.5 * 9, 2)));
    CHECK(priority({5, 5, 10}, 1, false) > priority({50, 50, 100}, 1, false));
    CHECK(priority({5, 5, 10}, 1, false) > priority({5, 0, 10}, 1, false));
    CHECK(priority({5, 5, 10}, 1, true) == 49);
}

TEST_CASE("a priority is drawn by what the votes leave possible: widely from few, hardly from many") {
    Random random{1};
    double shares = 0;
    double least = 9;
    double most = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double drawn = explored(9, {1, 3, 4}, random);
        shares += std::sqrt(drawn / 9) * 2 / 6;
        least = std::min(least, drawn);
        most = std::max(most, drawn);
    }

    CHECK(shares / 20'000 == doctest::Approx(2.0 / 6).epsilon(0.02));
    CHECK(least < 1);
    CHECK(least > 0);
    CHECK(most > 30);
    CHECK(explored(9, {40'000, 60'000, 100'000}, random) == doctest::Approx(9).epsilon(0.05));
    Random again{7};
    Random same{7};
    CHECK(explored(9, {}, again) == explored(9, {}, same));
}

TEST_CASE("what both camps agree with bridges them, what one camp agrees with does not") {
    const auto conversation = test::voted({"+-+", "+-+", "+-+", "-++", "-++", "-++"});

    const auto result = bridging(conversation, {1, -1, 0});

    CHECK(result.intercepts[2] > result.intercepts[0] + 0.1);
    CHECK(std::abs(result.factors[2]) < 0.1 * std::abs(result.factors[0]));
    CHECK(result.factors[0] == doctest::Approx(-result.factors[1]));
}

TEST_CASE("the bridging model stands where no parameter wants to move") {
    const auto conversation = synthetic_conversation({60, 20, 0.6, 1});
    std::vector<double> start(20, 0.1);
    start[0] = -0.5;
    const auto once = bridging(conversation, start);
    const auto again = bridging(conversation, once.factors);

    CHECK(again.loss == doctest::Approx(once.loss).epsilon(1e-5));
    CHECK(bridging(Conversation{}, {}).loss == 0);
}
