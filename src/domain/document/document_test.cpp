#include "domain/document/document.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

constexpr auto little = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva på.

[RUS-1-p2] - en sak

- en sak till

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär.
)";

std::vector<std::string> codes(const Lines& lines) {
    std::vector<std::string> all;
    for (const auto& line : lines) all.push_back(line.node.code);
    return all;
}

Lines numbered(Lines lines) {
    std::int64_t id = 0;
    for (auto& line : lines) line.node.id = {++id};
    return lines;
}

}  // namespace

TEST_CASE("a manuscript is read and written back the same") {
    const auto lines = read_manuscript(little, "RUS");
    REQUIRE(lines);
    CHECK(codes(*lines) ==
          std::vector<std::string>{"RUS", "RUS-1", "RUS-1-p1", "RUS-1-p2", "RUS-2", "RUS-2-p1"});
    CHECK(manuscript(*lines) == little);
}

TEST_CASE("what has no code gets one: headings by their numbers, paragraphs by their order") {
    const auto lines = read_manuscript(
        "# Plan\n\n## 3.2 Resor\nEn rad\noch en till.\n\nNästa.\n\n## Utan nummer\n\n| a | b |\n|---|---|\n",
        "P");
    REQUIRE(lines);
    CHECK(codes(*lines) == std::vector<std::string>{"P", "P-3.2", "P-3.2-p1", "P-3.2-p2", "P-x1", "P-x1-p1"});
    CHECK((*lines)[2].text == "En rad\noch en till.");
    CHECK((*lines)[5].text == "| a | b |\n|---|---|");
}

TEST_CASE("a code that stands twice, words before the first heading and a broken heading are named by line") {
    const auto twice = read_manuscript("# A {#A}\n\n[A-p1] Ett.\n\n[A-p1] Två.\n", "A");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().complaints.front().place == Place::on_line(5));
    CHECK_FALSE(read_manuscript("Ord.\n\n# A\n", "A"));
    CHECK_FALSE(read_manuscript("####### A\n", "A"));
    CHECK_FALSE(read_manuscript("#A\n", "A"));
    CHECK_FALSE(read_manuscript("", "A"));
}

TEST_CASE("a footnote belongs to the paragraph before it, and comes back with it") {
    const auto lines =
        read_manuscript("# A\n\nOrd[^1] och[^2].\n\n[^1]: Ett.\n\n[^2]: Två.\n\nNästa.\n", "A");
    REQUIRE(lines);
    REQUIRE(lines->size() == 3);
    CHECK((*lines)[1].text == "Ord[^1] och[^2].\n\n[^1]: Ett.\n\n[^2]: Två.");
    const auto again = read_manuscript(manuscript(*lines), "A");
    REQUIRE(again);
    CHECK((*again)[1].text == (*lines)[1].text);
}

TEST_CASE("fifty thousand characters are a paragraph, and one more is not") {
    CHECK(read_manuscript("# A\n\n" + std::string(50'000, 'x') + "\n", "A"));
    CHECK_FALSE(read_manuscript("# A\n\n" + std::string(50'001, 'x') + "\n", "A"));
}

TEST_CASE("a hash sign inside a fence is no heading") {
    const auto lines = read_manuscript("# A\n\n```\n# inte\n\nrubrik\n```\n", "A");
    REQUIRE(lines);
    CHECK(lines->size() == 2);
}

TEST_CASE("a moved paragraph keeps its code and takes its new heading's depth") {
    const auto lines = numbered(*read_manuscript(little, "RUS"));
    const auto after = moved(lines, {3}, {6});
    REQUIRE(after);
    CHECK(codes(*after) ==
          std::vector<std::string>{"RUS", "RUS-1", "RUS-1-p2", "RUS-2", "RUS-2-p1", "RUS-1-p1"});
    CHECK_FALSE(moved(lines, {2}, {6}));
    CHECK_FALSE(moved(lines, {3}, {3}));
    CHECK_FALSE(moved(lines, {99}, {3}));
}

TEST_CASE("a line is found under its heading, counted among the heading's paragraphs") {
    const auto lines = *read_manuscript(little, "RUS");
    CHECK(whereabouts(lines, 1) == Whereabouts{"1 Vision", 0});
    CHECK(whereabouts(lines, 3) == Whereabouts{"1 Vision", 2});
    CHECK(whereabouts(lines, 5) == Whereabouts{"2 Mål", 1});
}

TEST_CASE("a new paragraph never gets a code that another has had") {
    const auto lines = numbered(*read_manuscript(little, "RUS"));
    CHECK(next_paragraph_code(lines, 3, {}) == "RUS-1-p3");
    CHECK(next_paragraph_code(lines, 3, {"RUS-1-p3"}) == "RUS-1-p4");
}

TEST_CASE("a change without a cause and without a reason is refused") {
    CHECK_FALSE(checked(Grounds{}));
    CHECK_FALSE(checked(Grounds{{}, "  "}));
    CHECK(checked(Grounds{{}, "Stavfel"}));
    CHECK(checked(Grounds{{{Cause::Kind::issue, 1}}, ""}));
}
