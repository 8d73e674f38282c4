#include "domain/inspel/cover.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Issue quoting(const char* words, int position) {
    Issue issue;
    issue.quote = words;
    issue.position = position;
    return issue;
}

std::vector<std::string> left_of(const std::string& text, const std::vector<Issue>& issues) {
    std::vector<std::string> left;
    for (const auto& part : cover_of(text, issues))
        if (part.is_left()) left.push_back(text.substr(part.begin, part.end - part.begin));
    return left;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a text falls into its sentences and lines, and signs alone are none") {
    CHECK(left_of("Bussen går för tidigt. Tåget går aldrig!", {}) ==
          Words{"Bussen går för tidigt.", "Tåget går aldrig!"});
    CHECK(left_of("Hej\n\n– – –\n\nVi bor här", {}) == Words{"Hej", "Vi bor här"});
    CHECK(left_of("Han sade: ”Nej!” Sedan gick han.", {}) == Words{"Han sade: ”Nej!”", "Sedan gick han."});
    CHECK(left_of("Det kostar 3.50 kr och nås på www.example.org idag", {}).size() == 1);
    CHECK(left_of("", {}).empty());
    CHECK(left_of(" … \n", {}).empty());
}

TEST_CASE("what an issue quotes is not left, and what stands before, between and after it is") {
    const std::string text = "Först detta. Sedan bussen. Sist tåget.";
    CHECK(left_of(text, {quoting("Sedan bussen.", 1)}) == Words{"Först detta.", "Sist tåget."});
    CHECK(left_of(text, {quoting("bussen.", 1)}) == Words{"Först detta.", "Sedan", "Sist tåget."});
    CHECK_FALSE(is_covered(text, {quoting("Sedan bussen.", 1)}));
    CHECK(is_covered(text, {quoting("Sist tåget.", 2), quoting("Först detta. Sedan bussen.", 1)}));
    CHECK(is_covered(text, {quoting(text.c_str(), 1)}));
}

TEST_CASE("an issue whose words are masked away covers nothing, and one without words neither") {
    CHECK_FALSE(is_covered("Ring [maskat: telefon].", {quoting("Ring 070-123", 1), quoting("", 2)}));
}

TEST_CASE("sentences that follow each other are one quote, and others are refused") {
    const std::string text = "Ett. Två.\n\nTre. Fyra.";
    const auto parts = cover_of(text, {quoting("Fyra.", 1)});
    CHECK(quote_of(text, parts, {0}).value() == "Ett.");
    CHECK(quote_of(text, parts, {0, 5}).value() == "Ett. Två.");
    CHECK(quote_of(text, parts, {5, 11}).value() == "Två.\n\nTre.");
    CHECK_FALSE(quote_of(text, parts, {0, 11}));
    CHECK_FALSE(quote_of(text, parts, {}));
    CHECK_FALSE(quote_of(text, parts, {1, 999}));
    CHECK_FALSE(quote_of(text, parts, {16}));
}
