#include "base/csv/encoding.hpp"

#include <doctest/doctest.h>

using namespace medskapa::text;
using namespace std::string_view_literals;

TEST_CASE("text is UTF-8, UTF-16 by its mark, or else Windows-1252") {
    CHECK(as_utf8("\xEF\xBB\xBFÅre"sv) == "Åre");
    CHECK(as_utf8("\xC5re"sv) == "Åre");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\xC5\0r\0e\0", 8}) == "Åre");
    CHECK(as_utf8(std::string_view{"\xFE\xFF\0\xC5\0r\0e", 8}) == "Åre");
    CHECK(as_utf8(std::string{"\xEF\xBB\xBFÅre"}) == "Åre");
    CHECK(as_utf8(std::string{"\xFF\xFE\xC5\0", 4}) == "Å");
}

TEST_CASE("characters beyond the first 65 536 are pairs in UTF-16, and half of one is none") {
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x3D\xD8\x00\xDE", 6}) == "\U0001F600");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x3D\xD8", 4}) == "\uFFFD");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x00\xDE\x41\x00", 6}) == "\uFFFDA");
    CHECK(as_utf8(std::string_view{"\xFF\xFE\x41", 3}).empty());
}
