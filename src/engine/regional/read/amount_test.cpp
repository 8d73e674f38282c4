#include "engine/regional/read/amount.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;

TEST_CASE("amounts are read as statisticians write them") {
    const std::pair<const char*, double> cases[] = {{"12", 12}, {" 1 234 ", 1234},
        {"1\u00A0234\u00A0567.5", 1234567.5}, {"-3.5", -3.5}, {"\u22123", -3}, {"+7", 7}, {"1e3", 1000},
        {"1,234,567.5", 1234567.5}, {"1'234.5", 1234.5}, {"1,234", 1234}, {"\u00A012\u00A0", 12}};

    for (const auto& [text, number] : cases) {
        const auto found = amount(text);
        REQUIRE(found);
        CHECK(found->value == number);
    }
}

TEST_CASE("where decimals follow a comma, points part thousands") {
    const std::pair<const char*, double> cases[] = {{"1.234", 1234}, {"1.234,5", 1234.5}, {"0,25", 0.25},
        {"12", 12}, {"1 234,567", 1234.567}, {"-1,5E3", -1500}, {"1.5", -1}};

    for (const auto& [text, number] : cases) {
        const auto found = amount(text, DecimalMark::comma);
        CHECK(found.has_value() == (number != -1));
        if (found) CHECK(found->value == number);
    }
}

TEST_CASE("flags are signs, and the number next to them is kept") {
    CHECK(amount("11 b")->value == 11);
    CHECK(amount("11 b")->sign == "b");
    CHECK(amount("1.5 ep")->sign == "ep");
    CHECK_FALSE(amount(": c")->value);
    CHECK(amount(": c")->sign == "c");
    CHECK_FALSE(amount("11 kr"));
    CHECK_FALSE(amount("c"));
}

namespace {

/// The mark that a column of these cells shows, or what it is refused with.
std::string mark_of(std::initializer_list<const char*> cells) {
    DecimalEvidence evidence;
    std::size_t row = 1;
    for (const auto* cell : cells) evidence.see(cell, ++row);
    const auto mark = evidence.decided("antal", std::nullopt);
    if (!mark) return medskapa::in_english(mark.error().complaints.front());
    return *mark == DecimalMark::point ? "point" : "comma";
}

}  // namespace

TEST_CASE("a column's marks are decided by all of its cells") {
    CHECK(mark_of({"12", "1 234"}) == "point");
    CHECK(mark_of({"1,234", "1,2"}) == "comma");
    CHECK(mark_of({"1,234", "0,500"}) == "comma");
    CHECK(mark_of({"1,234", "1234,567"}) == "comma");
    CHECK(mark_of({"1,234", "1,234,567"}) == "point");
    CHECK(mark_of({"1,234", "1,234.5"}) == "point");
    CHECK(mark_of({"1.234", "2,5"}) == "comma");
    CHECK(mark_of({"1.234,567"}) == "comma");
    CHECK(mark_of({"1.234", "2.5 b"}) == "point");
    CHECK(mark_of({"1 234,567"}) == "comma");
    CHECK(
        mark_of({"1,234", "12,345", "2,500", "..", "12"}).starts_with("Line 2: \"1,234\" can be thousands"));
    CHECK(mark_of({"1.234", "1,234"}).starts_with("Line 2: \"1.234\" can be thousands"));
    CHECK(
        mark_of({"1,5", "2.5"}).starts_with("Line 3: \"2.5\" and, on line 2, \"1,5\" write decimals in two"));
}

TEST_CASE("symbols for no number are missing and kept") {
    for (const char* sign : {"", ".", "..", "......", "-", ":", "NA", "null", "nan", "\u2026", "\u2013"}) {
        const auto found = amount(sign);
        REQUIRE(found);
        CHECK_FALSE(found->value);
        CHECK(found->sign == sign);
    }
}

TEST_CASE("what is neither is nothing") {
    for (const char* text : {"a", "1 2", "12 3", " 1 23", "1,2,3", "0,25", "(10)", "12%", "1.2.3", ".......",
             "1e999", "0x1F", "inf", "12a", "--1"})
        CHECK_FALSE(amount(text));
}
