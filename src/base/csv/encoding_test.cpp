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

TEST_CASE("UTF-16 is known without its mark by the zeros of its letters") {
    const std::string_view little{"k\0o\0m\0m\0u\0n\0\t\0\xE5\0r\0", 18};
    const std::string_view big{"\0k\0o\0m\0m\0u\0n\0\t\0\xE5\0r", 18};

    CHECK(as_utf8(little) == "kommun\tår");
    CHECK(as_utf8(big) == "kommun\tår");
    CHECK(encoding_of(little) == Encoding::utf16_low_first);
}

TEST_CASE("what a Mac wrote is told from Windows by the letters that it makes") {
    CHECK(as_utf8("Mer skog \x8Ct alla, det beh\x9Avs h\x8Ar"sv) == "Mer skog åt alla, det behövs här");
    CHECK(as_utf8("\x80lvdalen, \x81re, \x85stersund"sv) == "Älvdalen, Åre, Östersund");
    CHECK(as_utf8("h\xE5ll\x85 \x80 5 och \x93mer\x94"sv) == "håll… € 5 och “mer”");
    CHECK(encoding_of("\xC5re") == Encoding::windows_1252);
    CHECK(from_dos("omr\x86"
                   "de \x99stersund") == "område Östersund");
}

TEST_CASE("what an old DOS program wrote is told from Windows and from a Mac by the letters that it makes") {
    CHECK(
        as_utf8("Mer skog \x86t alla i l\x84net, det beh\x94vs"sv) == "Mer skog åt alla i länet, det behövs");
    CHECK(as_utf8("kommun;\x86r\n\x99stersund;1\nH\x84rjedalen;2\n\x8Fre;3\n"sv) ==
          "kommun;år\nÖstersund;1\nHärjedalen;2\nÅre;3\n");
    CHECK(as_utf8("ort;antal\nMal\x86;10\nTran\x86s;5\n"sv) == "ort;antal\nMalå;10\nTranås;5\n");
    CHECK(as_utf8("Mal\x86;10"sv) == "Malå;10");
    CHECK(as_utf8("Mal\xE5;10 \x86"sv) == "Malå;10 †");
    CHECK(encoding_of("\x84gg"sv) == Encoding::windows_1252);
    CHECK(as_utf8("han sa \x93nej\x94, hon \x84ja\x94 \x86 1923, \x99"sv) ==
          "han sa “nej”, hon „ja” † 1923, ™");
    CHECK(as_utf8("Caf\x8E \x8Agon"sv) == "Café ägon");
}

TEST_CASE("one byte of Windows does not make marks of all other letters of a UTF-8 text") {
    CHECK(as_utf8("kommun;år\nÖstersund;1\n\xC5re;2\n"sv) == "kommun;år\nÖstersund;1\nÅre;2\n");
    CHECK(as_utf8("\xEF\xBB\xBFåäö \x96 \x93ord\x94"sv.substr(0, 13)) == "åäö – “");
    CHECK(as_utf8("åäö, och här slutar fil\xC3"sv) == "åäö, och här slutar fil\uFFFD");
    CHECK(as_utf8("CAF\xC9\x94 och \xE5r och \xF6"sv) == "CAFÉ” och år och ö");
    CHECK(encoding_of("å\xE5"sv) == Encoding::windows_1252);
    CHECK(name_of(encoding_of("åäö \x96"sv)) == "UTF-8 with bytes of Windows-1252"sv);
}
