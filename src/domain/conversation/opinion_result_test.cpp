#include "domain/conversation/opinion_result.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

OpinionResult::OnStatement on(int number, std::vector<OpinionResult::Votes> by_group) {
    OpinionResult::OnStatement statement;
    statement.number = number;
    for (const auto& votes : by_group) statement.everyone.votes += votes.votes;
    statement.by_group = std::move(by_group);
    return statement;
}

std::vector<int> numbers(const std::vector<const OpinionResult::OnStatement*>& found) {
    std::vector<int> all;
    for (const auto* statement : found) all.push_back(statement->number);
    return all;
}

}  // namespace

TEST_CASE("what unites is what every group is surely more than half for, or more than half against") {
    OpinionResult result;
    result.statements = {on(1, {{9, 0, 10}}), on(2, {{9, 0, 10}}), on(3, {{9, 0, 10}})};
    result.statements[0].agree_bound = 0.51;
    result.statements[1].disagree_bound = 0.7;
    result.statements[2].agree_bound = 0.5;

    CHECK(numbers(what_unites(result, 5)) == std::vector{2, 1});
    CHECK(numbers(what_unites(result, 1)) == std::vector{2});
}

TEST_CASE("what bridges is not said again of what unites") {
    OpinionResult result;
    result.statements = {on(1, {{9, 0, 10}}), on(2, {{9, 0, 10}}), on(3, {{9, 0, 10}})};
    for (auto& statement : result.statements) statement.bridging = 0.1 * statement.number;
    result.statements[2].agree_bound = 0.6;

    CHECK(numbers(what_bridges(result, 5)) == std::vector{2, 1});
}

TEST_CASE("nothing bridges that a group is not more for than against") {
    OpinionResult result;
    result.statements = {
        on(1, {{7, 0, 10}, {5, 5, 10}}), on(2, {{7, 0, 10}, {5, 4, 10}}), on(3, {{7, 0, 10}, {0, 4, 4}})};
    for (auto& statement : result.statements) statement.bridging = 0.1;

    CHECK(numbers(what_bridges(result, 5)) == std::vector{2, 3});
}

TEST_CASE("what divides does not bridge, even where every group is for it") {
    OpinionResult result;
    result.statements = {on(1, {{9, 0, 10}, {5, 4, 10}}), on(2, {{7, 0, 10}, {5, 4, 10}})};
    for (auto& statement : result.statements) statement.bridging = 0.1;

    CHECK(numbers(what_divides(result, 5)) == std::vector{1});
    CHECK(numbers(what_bridges(result, 5)) == std::vector{2});
}

TEST_CASE("groups of too few votes divide nothing") {
    OpinionResult result;
    result.statements = {on(1, {{10, 0, 10}, {0, 4, 4}}), on(2, {{10, 0, 10}, {0, 5, 5}})};

    CHECK(numbers(what_divides(result, 5)) == std::vector{2});
}

TEST_CASE("a person is placed once they have voted on all statements of few, or on seven") {
    OpinionResult result;
    result.statements = {on(1, {}), on(2, {}), on(3, {}), on(4, {})};
    result.statements[0].direction = {1, 0};
    result.statements[0].center = 0.5;

    const OwnVotes three{{1, Stance::agree}, {2, Stance::pass}, {3, Stance::pass}, {9, Stance::agree}};
    CHECK(votes_until_placed(result, three) == 1);
    CHECK(!position_of(result, three));

    auto votes = three;
    votes.back().first = 4;
    const auto at = position_of(result, votes);

    REQUIRE(at);
    CHECK(at->x == doctest::Approx(0.5));
    CHECK(!position_of(OpinionResult{}, votes));
}

TEST_CASE("a place is stretched for what the person has not voted on") {
    OpinionResult result;
    OwnVotes seven;
    for (int number = 1; number <= 28; ++number) result.statements.push_back(on(number, {}));
    for (int number = 1; number <= 7; ++number) seven.emplace_back(number, Stance::agree);
    result.statements[0].direction = {1, 0};

    CHECK(position_of(result, seven)->x == doctest::Approx(2));
    seven.pop_back();
    CHECK(votes_until_placed(result, seven) == 1);
}

TEST_CASE("cells of few votes are not shown, nor left to be counted out of the sum") {
    using Cells = std::vector<OpinionResult::Votes>;
    const auto hidden = [](Cells cells) {
        hide_few(cells);
        return cells;
    };
    CHECK(hidden({{4, 1, 5}, {0, 0, 0}, {7, 0, 9}}) == Cells{{4, 1, 5}, {0, 0, 0}, {7, 0, 9}});
    CHECK(hidden({{30, 0, 30}, {1, 0, 1}, {9, 0, 9}}) == Cells{{30, 0, 30}, {0, 0, 0}, {0, 0, 0}});
    CHECK(hidden({{30, 0, 30}, {1, 0, 1}, {0, 4, 4}}) == Cells{{30, 0, 30}, {0, 0, 0}, {0, 0, 0}});
    CHECK(hidden({{30, 0, 30}, {1, 0, 1}}) == Cells{{0, 0, 0}, {0, 0, 0}});
}

TEST_CASE("a share is surer the more have voted") {
    CHECK(uncertainty_of({8, 1, 10}) > uncertainty_of({80, 10, 100}));
    CHECK(uncertainty_of({0, 0, 0}) == 1);
}

TEST_CASE("counts are told to the nearest five, and all is the sum of its parts") {
    CHECK(in_fives(0) == 0);
    CHECK(in_fives(2) == 0);
    CHECK(in_fives(3) == 5);
    CHECK(in_fives(7) == 5);
    CHECK(in_fives(8) == 10);
    CHECK(in_fives(OpinionResult::Votes{23, 1, 24}) == OpinionResult::Votes{25, 0, 25});
    CHECK(in_fives(OpinionResult::Votes{3, 3, 9}) == OpinionResult::Votes{5, 5, 15});
}

TEST_CASE("a result that would show somebody is found out") {
    OpinionResult result;
    result.participants = 25;
    result.step = 0.25;
    result.marks = {{{0.5, -0.75}, 5, 0}};
    result.statements = {on(1, {{5, 0, 10}})};
    CHECK(breach_of_privacy(result).empty());
    CHECK(breach_of_privacy({}).empty());

    const auto breaks = [&](auto change) {
        auto broken = result;
        change(broken);
        return !breach_of_privacy(broken).empty();
    };
    CHECK(breaks([](auto& r) { r.marks[0].people = 4; }));
    CHECK(breaks([](auto& r) { r.marks[0].at.x = 0.3; }));
    CHECK(breaks([](auto& r) { r.participants = 24; }));
    CHECK(breaks([](auto& r) { r.votes = 1; }));
    CHECK(breaks([](auto& r) { r.flagged.people = 1; }));
    CHECK(breaks([](auto& r) { r.tiers = {{Assurance::anonymous, 6}}; }));
    CHECK(breaks([](auto& r) { r.statements[0].by_group[0].agrees = 4; }));
    CHECK(breaks([](auto& r) { r.statements[0].everyone.votes = 11; }));
    CHECK(breaks([](auto& r) { r.statements[0].agree_bound = 0.5123; }));
    CHECK(breaks([](auto& r) { r.statements[0].center = 0.123; }));
    CHECK(breaks([](auto& r) { r.statements[0].direction[1] = 0.01; }));
    CHECK(breaks([](auto& r) { r.statements[0].weighted.effective_votes = 12; }));
    CHECK(breaks([](auto& r) { r.weighting.answered = 7; }));
    CHECK(breaks([](auto& r) { r.slate.known = 21; }));
    CHECK(breaks([](auto& r) { r.slate.could_be = 24; }));
    CHECK(breaks([](auto& r) { r.slate.expected = 1; }));
    CHECK(breaks([](auto& r) { r.distortion = OpinionResult::Distortion{0.912, 0, 0.5}; }));
    CHECK(breaks([](auto& r) { r.distortion = OpinionResult::Distortion{0.91, 3, 0.5}; }));
    CHECK(breaks([](auto& r) { r.distortion = OpinionResult::Distortion{0.91, 5, 0.512}; }));
}
