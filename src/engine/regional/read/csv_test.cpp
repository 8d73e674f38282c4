#include "engine/regional/read/csv.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;
using namespace std::string_view_literals;

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

TEST_CASE("signs for no number are missing and kept") {
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

TEST_CASE("text is UTF-8, UTF-16 by its mark, or else Windows-1252") {
    CHECK(as_utf8("\xEF\xBB\xBFÅre"sv) == "Åre");
    CHECK(as_utf8("\xC5re"sv) == "Åre");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\xC5\0r\0e\0", 8}) == "Åre");
    CHECK(as_utf8(std::string_view{"\xFE\xFF\0\xC5\0r\0e", 8}) == "Åre");
    CHECK(as_utf8(std::string{"\xEF\xBB\xBFÅre"}) == "Åre");
    CHECK(as_utf8(std::string{"\xFF\xFE\xC5\0", 4}) == "Å");
}

TEST_CASE("signs beyond the first 65 536 are pairs in UTF-16, and half of one is no sign") {
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x3D\xD8\x00\xDE", 6}) == "\U0001F600");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x3D\xD8", 4}) == "\uFFFD");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x00\xDE\x41\x00", 6}) == "\uFFFDA");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x41", 3}).empty());
}
