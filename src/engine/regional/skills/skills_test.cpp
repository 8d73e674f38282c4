#include "engine/regional/read/wide/industry_moves.hpp"
#include "engine/regional/read/wide/jobs.hpp"
#include "engine/regional/skills/related_jobs.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;
using namespace medskapa::regional;
using test::equals_gold;

namespace {

struct Move {
    std::string from;
    std::string to;
    std::optional<double> people;
};

IndustryMoves moves_of(const std::vector<Move>& rows) {
    IndustryMovesBuilder builder;
    for (const auto& [from, to, people] : rows) builder.add(from, to, people);
    return builder.finish().value();
}

/// Three industries among which everybody moves alike, but for the first two.
std::vector<Move> three_industries() {
    return {{"A", "B", 60}, {"B", "A", 60}, {"A", "C", 10}, {"C", "A", 10}, {"B", "C", 10}, {"C", "B", 10}};
}

std::size_t wrong_cells(std::size_t rows, const nlohmann::json& gold, const auto& ours) {
    REQUIRE(gold.size() == rows);
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < gold[row].size(); ++column)
            wrong += equals_gold(ours(row, column), gold[row][column]) ? 0 : 1;
    }
    return wrong;
}

}  // namespace

TEST_CASE("relatedness by skill and jobs near a crisis equal the reference") {
    const auto folder = test::shared_gold2("related", "skill relatedness");
    if (!folder) return;
    const auto gold = test::json_at(*folder / "related.json");
    const auto moves = read::read_industry_moves(test::contents(*folder / "flows.csv"))->finish().value();
    const auto jobs = read::with_industries(
        read::read_jobs(test::contents(*folder / "jobs.csv")).value(), moves.industries);
    const auto ours = skill_relatedness(moves);
    const auto related = related_jobs(jobs, related_industries(ours));
    const auto n = ours.size;
    const auto missed = [&](const char* key, const auto& cells) {
        return wrong_cells(n, gold[key],
            [&](std::size_t i, std::size_t j) -> std::optional<double> { return cells[i * n + j]; });
    };

    CHECK(missed("R", ours.ratio) == 0);
    CHECK(missed("D", ours.excess) == 0);
    CHECK(missed("S", ours.related) == 0);
    CHECK(missed("expected", ours.expected) == 0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) CHECK(ours.few[i * n + j] == gold["few"][i][j].get<bool>());
    }
    CHECK(wrong_cells(jobs.regions.size(), gold["share_t025"],
              [&](std::size_t r, std::size_t i) { return related[r * n + i].share; }) == 0);
}

TEST_CASE("who moves more than by chance is related, and nobody at all is an observed nothing") {
    auto rows = three_industries();
    rows.push_back({"A", "D", 40});
    const auto moves = moves_of(rows);
    const auto ours = skill_relatedness(moves);

    CHECK(*ours.related[ours.place(0, 1)] > 0.1);
    CHECK(*ours.ratio[ours.place(1, 3)] == 0);
    CHECK(*ours.excess[ours.place(1, 3)] == -1);
    CHECK_FALSE(ours.ratio[ours.place(3, 1)]);
    CHECK(*ours.related[ours.place(3, 1)] == -1);
    CHECK_FALSE(ours.related[ours.place(2, 2)]);
    CHECK(ours.expected[ours.place(3, 0)] == 0);
}

TEST_CASE("seven times the people leaves relatedness, and changes only what is few") {
    std::vector<Move> rows = three_industries();
    for (auto& row : rows) row.people = *row.people / 20;
    const auto once = skill_relatedness(moves_of(rows));
    for (auto& row : rows) row.people = *row.people * 7;
    const auto seven = skill_relatedness(moves_of(rows));

    for (std::size_t at = 0; at < 9; ++at) {
        CHECK(once.related[at].has_value() == seven.related[at].has_value());
        if (once.related[at]) CHECK(*once.related[at] == doctest::Approx(*seven.related[at]).epsilon(1e-12));
    }
    CHECK(once.few[1]);
    CHECK_FALSE(seven.few[1]);
    CHECK_FALSE(once.is_related(0, 1));
}

TEST_CASE("fewer than five expected in both directions together is few, five is not") {
    const auto even = [](double people) {
        return skill_relatedness(moves_of({{"A", "B", people}, {"B", "A", people}}));
    };
    CHECK(even(5).expected[1] == 2.5);
    CHECK_FALSE(even(5).few[1]);
    CHECK(even(4.9).few[1]);
}

TEST_CASE("the order of rows and industries does not matter, and numbers are in order of value") {
    auto rows = three_industries();
    const auto once = skill_relatedness(moves_of(rows));
    std::reverse(rows.begin(), rows.end());
    const auto again = skill_relatedness(moves_of(rows));

    CHECK(once.related == again.related);
    CHECK(moves_of({{"10", "9", 5}, {"2", "10", 5}}).industries == std::vector<std::string>{"2", "9", "10"});
    CHECK(
        moves_of({{"10", "9", 5}, {"2b", "10", 5}}).industries == std::vector<std::string>{"10", "2b", "9"});
}

TEST_CASE("independent moves between many even industries are near chance") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<> size(90, 110);
    std::vector<double> leave(12);
    std::vector<double> come(12);
    for (auto& one : leave) one = size(random);
    for (auto& one : come) one = size(random);
    IndustryMovesBuilder builder;
    for (std::size_t i = 0; i < 12; ++i) {
        for (std::size_t j = 0; j < 12; ++j)
            builder.add(std::to_string(i), std::to_string(j), leave[i] * come[j]);
    }
    const auto moves = builder.finish().value();

    for (const auto& related : skill_relatedness(moves).related) CHECK(std::abs(related.value_or(0)) <= 0.1);
    CHECK(moves.warnings.at(0).place.part == "diagonal");
}

TEST_CASE("years are summed first, and what is suppressed in one is unknown and in no sum") {
    auto rows = three_industries();
    const auto one_year = skill_relatedness(moves_of(rows));
    for (const auto& row : three_industries()) rows.push_back(row);
    const auto two_years = skill_relatedness(moves_of(rows));
    CHECK(*two_years.related[1] == doctest::Approx(*one_year.related[1]));
    CHECK(two_years.expected[1] == 2 * one_year.expected[1]);

    rows.push_back({"A", "B", std::nullopt});
    const auto moves = moves_of(rows);
    const auto hidden = skill_relatedness(moves);
    CHECK(moves.unknown_pairs() == 1);
    CHECK_FALSE(hidden.ratio[1]);
    CHECK(hidden.related[1] == hidden.excess[3]);
    CHECK(hidden.expected[1] == 20.0 * 20.0 / 200);
    REQUIRE(moves.warnings.size() == 1);
    CHECK(in_english(moves.warnings[0]).find("more than 10 %") != std::string::npos);
}

TEST_CASE("moves that cannot be are refused") {
    const auto refused = [](const std::vector<Move>& rows) {
        IndustryMovesBuilder builder;
        for (const auto& [from, to, people] : rows) builder.add(from, to, people);
        return !builder.finish();
    };
    CHECK(refused({}));
    CHECK(refused({{"A", "A", 5}}));
    CHECK(refused({{"A", "B", 0}}));
    CHECK(refused({{"A", "B", std::nullopt}}));
    CHECK(refused({{"A", "B", -1}}));
    CHECK(refused({{"A", "B", INFINITY}}));
}

TEST_CASE("jobs near an industry are a share of all others, none without others, and the largest are named") {
    IndustryMovesBuilder builder;
    for (const std::string a : {"A", "B", "C"}) {
        for (const std::string b : {"A", "B", "C"}) builder.add(a, b, 50);
    }
    for (const std::string other : {"D", "E", "F"}) {
        builder.add(other, other == "D" ? "E" : "D", 300);
        builder.add("A", other, 1);
    }
    const auto moves = builder.finish().value();
    const auto skills = skill_relatedness(moves);
    const auto jobs = read::read_jobs("place,A,B,C,D,E,F\nx,10,20,30,40,0,\ny,7,0,0,0,0,0\n").value();

    const auto near = related_industries(skills);
    const auto related = related_jobs(jobs, near);

    CHECK(skills.is_related(0, 1));
    CHECK(skills.is_related(0, 2));
    CHECK_FALSE(skills.is_related(0, 3));
    CHECK(related[0].jobs == 50);
    CHECK(*related[0].share == 50.0 / 90);
    CHECK(largest_related(jobs, near, 0, 0) == std::vector<std::size_t>{2, 1});
    CHECK_FALSE(related[6].share);
    CHECK(*related[7].share == 1);
}
