#include "domain/document/word_diff.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;

namespace {

std::string before_of(const std::vector<Piece>& pieces) {
    std::string text;
    for (const auto& piece : pieces)
        if (piece.kind != Piece::Kind::added) text += piece.text;
    return text;
}

std::string after_of(const std::vector<Piece>& pieces) {
    std::string text;
    for (const auto& piece : pieces)
        if (piece.kind != Piece::Kind::removed) text += piece.text;
    return text;
}

/// Few different words, so that texts have much in common.
std::string some_text(std::mt19937& random) {
    static const char* words[] = {"län", "väg", " ", "  ", ".", "tåg", ",", "\n\n", "å", "och"};
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += words[random() % std::size(words)];
    return text;
}

}  // namespace

TEST_CASE("a changed word is removed and added, and the rest stays") {
    const auto pieces = diff_words("Länet växer snabbt.", "Länet utvecklas snabbt.");

    CHECK(pieces == std::vector<Piece>{{Piece::Kind::same, "Länet "}, {Piece::Kind::removed, "växer"},
                        {Piece::Kind::added, "utvecklas"}, {Piece::Kind::same, " snabbt."}});
}

TEST_CASE("words side by side that are changed are one change") {
    const auto pieces = diff_words("en attraktiv och stark region", "en god plats att leva region");
    CHECK(pieces.size() == 4);
    CHECK(pieces[1].text == "attraktiv och stark ");
}

TEST_CASE("equal texts have no difference, and an empty one is all added or all removed") {
    CHECK(diff_words("samma", "samma") == std::vector<Piece>{{Piece::Kind::same, "samma"}});
    CHECK(diff_words("", "").empty());
    CHECK(diff_words("", "nytt") == std::vector<Piece>{{Piece::Kind::added, "nytt"}});
    CHECK(diff_words("gammalt", "") == std::vector<Piece>{{Piece::Kind::removed, "gammalt"}});
}

TEST_CASE("whatever the texts, the difference holds both of them") {
    std::mt19937 random{7};
    for (int i = 0; i < 2000; ++i) {
        const auto a = some_text(random);
        const auto b = some_text(random);
        const auto pieces = diff_words(a, b);
        REQUIRE(before_of(pieces) == a);
        REQUIRE(after_of(pieces) == b);
        for (std::size_t p = 1; p < pieces.size(); ++p) REQUIRE(pieces[p].kind != pieces[p - 1].kind);
    }
}

TEST_CASE("texts that share nothing, however long, are compared in good time") {
    std::string a;
    std::string b;
    for (int i = 0; i < 20'000; ++i) {
        a += "a" + std::to_string(i) + ' ';
        b += "b" + std::to_string(i) + ' ';
    }
    const auto pieces = diff_words(a, b);
    CHECK(before_of(pieces) == a);
    CHECK(after_of(pieces) == b);
}

TEST_CASE("changes in different places are both kept") {
    const auto merge = merge_words(
        "Länet är stort och glest.", "Länet är mycket stort och glest.", "Länet är stort och vackert.");
    CHECK(merge.is_clean());
    CHECK(merge.text == "Länet är mycket stort och vackert.");
}

TEST_CASE("the same words changed differently are shown side by side") {
    const auto merge = merge_words("Länet växer.", "Länet krymper.", "Länet blomstrar.");
    REQUIRE(merge.collisions.size() == 1);
    CHECK(merge.collisions[0] == Collision{"växer", "krymper", "blomstrar"});
    CHECK(merge.text == "Länet krymper.");
}

TEST_CASE("the same change made twice is no collision") {
    const auto merge = merge_words("Länet växer.", "Länet krymper.", "Länet krymper.");
    CHECK(merge.is_clean());
    CHECK(merge.text == "Länet krymper.");
}

TEST_CASE("two who add different words at the same place collide") {
    CHECK_FALSE(merge_words("Ett.", "Ett. Två.", "Ett. Tre.").is_clean());
}

TEST_CASE("merging with an unchanged side gives the other side, and clean merges do not depend on order") {
    std::mt19937 random{11};
    for (int i = 0; i < 2000; ++i) {
        const auto base = some_text(random);
        const auto mine = some_text(random);
        const auto theirs = some_text(random);
        REQUIRE(merge_words(base, mine, base).text == mine);
        REQUIRE(merge_words(base, base, theirs).text == theirs);
        const auto one = merge_words(base, mine, theirs);
        const auto other = merge_words(base, theirs, mine);
        REQUIRE(one.is_clean() == other.is_clean());
        if (one.is_clean()) REQUIRE(one.text == other.text);
    }
}
