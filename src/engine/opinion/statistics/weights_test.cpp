#include "engine/opinion/statistics/weights.hpp"

#include "engine/opinion/statistics/participation.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <limits>
#include <numeric>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

constexpr int no = Margin::no_answer;

Margin margin(std::vector<double> population, std::vector<int> answers) {
    Margin result{"place", {}, std::move(population), std::move(answers)};
    for (std::size_t c = 0; c < result.population.size(); ++c)
        result.categories.push_back("place " + std::to_string(c));
    return result;
}

Result<Weights> raked_by(const std::vector<Margin>& margins) {
    return raked(margins.front().answers.size(), margins);
}

double sum(const std::vector<double>& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

}  // namespace

TEST_CASE("by one margin each weighs the population's share over the participants'") {
    const auto weights = raked_by({margin({600, 400}, {0, 0, 0, 1})});

    REQUIRE(weights);
    CHECK(weights->of[0] == doctest::Approx(0.6 / 0.75));
    CHECK(weights->of[3] == doctest::Approx(0.4 / 0.25));
    CHECK(weights->has_converged);
    CHECK(weights->capped == 0);
}

TEST_CASE("two margins both hold in the end, and neither answer changes what the other weighs") {
    const auto weights =
        raked_by({margin({1, 1}, {0, 0, 0, 1, 1, 1, 1, 1}), margin({1, 3}, {0, 0, 1, 0, 1, 1, 0, 1})});

    REQUIRE(weights);
    const auto& w = weights->of;
    CHECK(w[0] + w[1] + w[2] == doctest::Approx(4));
    CHECK(w[0] + w[1] + w[3] + w[6] == doctest::Approx(2));
    // A weight is a factor of the one answer times a factor of the other.
    CHECK(w[0] * w[4] / (w[2] * w[3]) == doctest::Approx(1));
    CHECK(weights->largest_gap < 1e-6);
}

TEST_CASE("who did not answer a question takes no part in it, and who answered nothing counts as one") {
    const auto weights = raked_by({margin({3, 1}, {0, 1, no, no}), margin({1, 1}, {no, 0, 1, no})});

    REQUIRE(weights);
    CHECK(weights->of[3] == 1);
    CHECK(weights->of[1] == doctest::Approx(weights->of[2]));
    CHECK(weights->of[0] == doctest::Approx(3 * weights->of[1]));
    CHECK(sum(weights->of) == doctest::Approx(4));
}

TEST_CASE("nobody weighs more than five, the sum is kept and the gap is reported") {
    std::vector<int> answers(100, 0);
    answers[0] = 1;
    answers.push_back(no);

    const auto weights = raked_by({margin({90, 10}, answers)});

    REQUIRE(weights);
    CHECK(weights->of[0] == largest_weight);
    CHECK(weights->of[1] == doctest::Approx(95.0 / 99));
    CHECK(weights->of[100] == 1);
    CHECK(weights->capped == 1);
    CHECK(sum(weights->of) == doctest::Approx(101));
    CHECK_FALSE(weights->has_converged);
    CHECK(weights->largest_gap == doctest::Approx(0.05));
}

TEST_CASE("a weight of just five is no case for the cap") {
    const auto weights = raked_by({margin({1, 1}, {1, 0, 0, 0, 0, 0, 0, 0, 0, 0})});

    REQUIRE(weights);
    CHECK(weights->of[0] == doctest::Approx(5));
    CHECK(weights->has_converged);
}

TEST_CASE("margins that contradict each other end, and are reported not to hold") {
    const auto weights = raked_by({margin({9, 1}, {0, 1}), margin({1, 9}, {0, 1})});

    REQUIRE(weights);
    CHECK_FALSE(weights->has_converged);
    CHECK(weights->largest_gap == doctest::Approx(0.8));
}

TEST_CASE("people in another order weigh the same, to the bit") {
    Random random{5};
    std::vector<Margin> margins{margin({5, 3, 2}, {}), margin({1, 2, 3, 4}, {})};
    for (int i = 0; i < 300; ++i) {
        margins[0].answers.push_back(static_cast<int>(random.below(4)) - 1);
        margins[1].answers.push_back(static_cast<int>(random.below(4)));
    }
    const auto expected = raked_by(margins).value();
    const auto order = test::shuffled(300, 1);
    auto mixed = margins;
    for (std::size_t m = 0; m < 2; ++m) {
        for (std::size_t i = 0; i < 300; ++i) mixed[m].answers[i] = margins[m].answers[order[i]];
    }

    const auto weights = raked_by(mixed).value();

    CHECK(weights.has_converged);
    for (std::size_t i = 0; i < 300; ++i) CHECK(weights.of[i] == expected.of[order[i]]);
}

TEST_CASE("what cannot be weighed by is refused, everything at once") {
    const auto complaints = [](const std::vector<Margin>& margins) {
        return raked_by(margins).error().complaints;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();

    CHECK(complaints({margin({1, 1}, {no, no})})[0].message == "No participant has answered {}.");
    const auto all = complaints({margin({1, 2, 0, nan, -1}, {0, 0, 2}), margin({1}, {no, no, no})});
    REQUIRE(all.size() == 5);
    CHECK(all[0] ==
          Complaint{"place", "No participant belongs to {}. Join it with another category.", {"place 1"}});
    CHECK(all[1].message.starts_with("There are participants in {}"));
    CHECK(all[2].holes.front() == "place 3");
    CHECK(all[3].holes.front() == "place 4");
    CHECK_THROWS(raked(2, std::vector{margin({1}, {0})}));
}

TEST_CASE("an empty category of an empty population is no matter, nor is it to have no margins") {
    CHECK(raked_by({margin({1, 0}, {0, 0})})->of == std::vector<double>{1, 1});
    CHECK(raked(2, {})->of == std::vector<double>{1, 1});
}

TEST_CASE("as many count as would be as sure alike") {
    CHECK(effective_people(std::vector<double>{1, 1, 1}) == doctest::Approx(3));
    CHECK(effective_people(std::vector<double>{5, 1}) == doctest::Approx(36.0 / 26));
    CHECK(effective_people({}) == 0);
}

TEST_CASE("statements are reported with everybody alike and by weight, side by side") {
    const auto conversation = test::voted({"+ 0", "-  ", "0  "});

    const auto statements = weighed(conversation, std::vector<double>{2, 1, 1});

    CHECK(statements[0].plain.agree == doctest::Approx(1.0 / 3));
    CHECK(statements[0].weighted.agree == doctest::Approx(0.5));
    CHECK(statements[0].weighted.disagree == doctest::Approx(0.25));
    CHECK(statements[0].weighted.pass == doctest::Approx(0.25));
    CHECK(statements[0].effective_votes == doctest::Approx(16.0 / 6));
    CHECK(statements[1].weighted.agree == 0);
    CHECK(statements[2].weighted.pass == 1);
    CHECK_THROWS(weighed(conversation, {}));
}

TEST_CASE("uneven voting is measured by Gini's measure and by what the top tenth cast") {
    const auto uneven = participation(test::voted({"++++", "+", "+", "++"}), {true, false, false, false});
    CHECK(uneven.gini == doctest::Approx((2.0 * (1 + 2 + 3 * 2 + 4 * 4)) / (4 * 8) - 5.0 / 4));
    CHECK(uneven.top_tenth_share == doctest::Approx(0.5));
    CHECK(uneven.in_conversation_share == 0.25);

    const auto even = participation(test::voted(std::vector<std::string_view>(11, "+")), {});
    CHECK(even.gini == doctest::Approx(0));
    CHECK(even.top_tenth_share == doctest::Approx(2.0 / 11));
    CHECK(participation({}, {}).gini == 0);
}
