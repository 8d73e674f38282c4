#include "engine/regional/read/amount.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;

TEST_CASE("amounts are read as statisticians write them") {
    const std::pair<const char*, double> cases[] = {{"12", 12}, {" 1 234 ", 1234},
        {"1\u00A0234\u00A0567,5", 1234567.5}, {"-3.5", -3.5}, {"\u22123", -3}, {"+7", 7}, {"1e3", 1000},
        {"0,25", 0.25}};

    for (const auto& [text, number] : cases) {
        const auto found = amount(text);
        REQUIRE(found);
        CHECK(found->value == number);
    }
}

TEST_CASE("symbols for no number are missing and kept") {
    for (const char* sign : {"", ".", "..", "......", "-", ":", "NA", "null"}) {
        const auto found = amount(sign);
        REQUIRE(found);
        CHECK_FALSE(found->value);
        CHECK(found->sign == sign);
    }
}

TEST_CASE("what is neither is nothing") {
    for (const char* text :
        {"a", "1 2", "12 3", " 1 23", "1,2,3", "1.2.3", ".......", "1e999", "0x1F", "inf", "12a", "--1"})
        CHECK_FALSE(amount(text));
}
