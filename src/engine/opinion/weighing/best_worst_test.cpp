#include "engine/opinion/random.hpp"
#include "engine/opinion/report/weighing_report.hpp"
#include "support/weighing_pieces.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace medskapa;
using namespace medskapa::opinion;

using namespace example;

namespace {

/// People who choose by how much each item is worth to them, with the chances that the model says.
std::vector<BestWorstAnswer> planted_answers(
    const std::vector<double>& worth, std::uint64_t people, std::uint64_t seed) {
    const auto sets = sets_of_four(worth.size(), 3);
    std::vector<BestWorstAnswer> answers;
    Random random{seed};
    for (std::uint64_t person = 0; person < people; ++person) {
        for (const auto& set : deck_of(sets, 6, person, seed)) {
            std::vector<std::pair<double, std::pair<std::uint32_t, std::uint32_t>>> chances;
            double sum = 0;
            for (const auto best : set)
                for (const auto worst : set)
                    if (best != worst)
                        chances.push_back({sum += std::exp(worth[best] - worth[worst]), {best, worst}});
            const double lot = random.unit() * sum;
            const auto chosen = std::find_if(
                chances.begin(), chances.end(), [&](const auto& chance) { return lot < chance.first; });
            answers.push_back({std::to_string(person), set, chosen->second.first, chosen->second.second});
        }
    }
    return answers;
}

BestWorst planted(const std::vector<double>& worth, std::uint64_t people, std::uint64_t seed) {
    BestWorst weighing{worth.size()};
    for (const auto& given : planted_answers(worth, people, seed)) weighing.add(given);
    return weighing;
}

}  // namespace

TEST_CASE("every item is shown four times a round, and seven and thirteen items meet equally often") {
    for (std::size_t items = 4; items <= 30; ++items) {
        CAPTURE(items);
        const auto sets = sets_of_four(items, 1);
        std::vector<int> shown(items);
        for (const auto& set : sets) {
            CHECK(std::set<std::uint32_t>(set.begin(), set.end()).size() == 4);
            CHECK(std::is_sorted(set.begin(), set.end()));
            for (const auto item : set) ++shown[item];
        }
        CHECK(shown == std::vector<int>(items, items == 4 ? 1 : 4));
    }
    CHECK(sets_of_four(7, 1).front() == SetOfFour{0, 1, 2, 4});
    CHECK(sets_of_four(13, 1).front() == SetOfFour{0, 1, 3, 9});
}

TEST_CASE("people share out all sets before any is shown again") {
    const auto sets = sets_of_four(8, 3);
    std::multiset<SetOfFour> dealt;
    for (std::uint64_t person = 0; person < 4; ++person) {
        for (auto set : deck_of(sets, 6, person, 5)) {
            std::sort(set.begin(), set.end());
            dealt.insert(set);
        }
    }
    CHECK(dealt == std::multiset<SetOfFour>(sets.begin(), sets.end()));
    CHECK(usual_sets(4) == 3);
    CHECK(usual_sets(10) == 8);
    CHECK(usual_sets(100) == 8);
}

TEST_CASE("an answer with the same best and worst, or one that was not shown, is refused and counted") {
    const auto weighing = answers(
        "a,0,1,2,3,0,1\na,0,1,2,3,0,0\na,0,1,2,3,4,0\na,0,1,2,3,0,4\na,0,0,2,3,0,2\na,0,1,2,x,0,1\n"
        "a,0,1,2,3,,1\n,0,1,2,3,0,1\na,0,1,2,-3,0,1\na,0,1,2,100,0,1\n");
    CHECK(weighing.people() == 1);
    CHECK(weighing.refused() == 9);
    CHECK(answers("a,0,1,2,3,0,1\na,0,1,2,9,0,1\n", 5).refused() == 1);
}

TEST_CASE("five people may be shown, four may not, and who left off halfway counts with what they said") {
    std::string rows;
    for (const auto* person : {"a", "b", "c", "d"}) rows += std::string{person} + ",0,1,2,3,0,1\n";
    CHECK_FALSE(answers(rows).may_be_shown());
    CHECK(answers(rows + "e,0,1,2,3,0,2\n").may_be_shown());
    CHECK(answers(rows + "a,0,1,2,3,0,1\n").people() == 4);
}

TEST_CASE("the order in which answers came does not change a bit") {
    std::vector<std::string> rows;
    Random random{9};
    for (int i = 0; i < 200; ++i) {
        std::array<std::uint32_t, 7> items{};
        std::iota(items.begin(), items.end(), 0U);
        random.shuffle(items);
        std::string row = "p" + std::to_string(i % 20);
        for (const std::size_t at : {0U, 1U, 2U, 3U, 1U, 2U}) row += "," + std::to_string(items[at]);
        rows.push_back(row + "\n");
    }
    const auto worth = [&] {
        const auto found = answers(std::accumulate(rows.begin(), rows.end(), std::string{})).worth();
        return std::pair{found.worth, found.error};
    };
    const auto before = worth();
    random.shuffle(rows);
    CHECK(worth() == before);
}

TEST_CASE("what many find best is found again, the worths sum to nothing and the shares to a hundred") {
    const std::vector<double> worth{0.9, 0.7, 0.5, 0.3, 0.1, -0.1, -0.3, -0.5, -0.7, -0.9};
    const auto found = planted(worth, 60, 4).worth();

    CHECK(std::abs(std::accumulate(found.worth.begin(), found.worth.end(), 0.0)) < 1e-9);
    CHECK(std::accumulate(found.share.begin(), found.share.end(), 0.0) == doctest::Approx(100));
    for (std::size_t item = 0; item + 2 < worth.size(); ++item)
        CHECK(found.worth[item] > found.worth[item + 2] - 0.3);
    CHECK(found.worth.front() > found.worth.back() + 1);
}

TEST_CASE("nineteen intervals of twenty hold what was planted") {
    const std::vector<double> worth{0.9, 0.7, 0.5, 0.3, 0.1, -0.1, -0.3, -0.5, -0.7, -0.9};
    int held = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto found = planted(worth, 60, seed).worth();
        for (std::size_t item = 0; item < worth.size(); ++item)
            held += found.low(item) <= worth[item] && worth[item] <= found.high(item) ? 1 : 0;
    }
    CHECK(held >= 365);
    CHECK(held <= 398);
}

TEST_CASE("everybody twice says the same, and is surer by the root of two") {
    const std::vector<double> worth{0.6, 0.3, 0, 0, -0.3, -0.6, 0};
    const auto once = planted(worth, 400, 2).worth();
    BestWorst both{worth.size()};
    for (const std::string name : {"a", "b"})
        for (const auto& given : planted_answers(worth, 400, 2))
            both.add({name + given.person, given.set, given.best, given.worst});

    const auto twice = both.worth();

    for (std::size_t item = 0; item < worth.size(); ++item) {
        CHECK(twice.worth[item] == doctest::Approx(once.worth[item]).epsilon(0.02));
        CHECK(twice.error[item] / once.error[item] == doctest::Approx(std::sqrt(0.5)).epsilon(0.02));
    }
}

TEST_CASE("without answers every item is worth the same, and one never shown has no score") {
    const auto none = answers("", 6);
    CHECK(none.worth().worth == std::vector<double>(6, 0));
    CHECK_FALSE(none.counts().score(0));
    CHECK(answers("a,0,1,2,3,0,1\n", 5).counts().score(0) == 1);
    CHECK_FALSE(answers("a,0,1,2,3,0,1\n", 5).counts().score(4));
}

TEST_CASE("everybody agreeing on one best and one worst gives a finite worth") {
    const auto found = answers(repeated("a,0,1,2,3,0,3", 5000)).worth();
    for (const auto worth : found.worth) CHECK(std::isfinite(worth));
    CHECK(found.worth[0] > found.worth[1]);
    CHECK(found.worth[3] < found.worth[1]);
}

TEST_CASE("a file that is no table of best and worst is refused with what to do") {
    const auto read = [](const auto& table) { return exchange::read_best_worst(table, std::nullopt); };
    CHECK(refusal(read, "person,s1,s2,s3,best,worst\n") == "Line 1: there is no column \"s4\".");
    CHECK(refusal(read, "person,s1,s2,s3,s4,best,worst\na,0,1\n")
              .starts_with("Line 2 of the file has fewer or more"));
}
