#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("length is counted in characters, not bytes") {
    CHECK(text::length("") == 0);
    CHECK(text::length("Åre") == 3);
    CHECK(text::length("skog 🌲") == 6);
}

TEST_CASE("only well-formed UTF-8 without NUL may enter") {
    CHECK(text::is_valid_utf8("Härjedalen, Åarjelsaemien, 🌲"));
    CHECK_FALSE(text::is_valid_utf8("\xC0\xAF"));          // overlong slash
    CHECK_FALSE(text::is_valid_utf8("\xED\xA0\x80"));      // half of a surrogate pair
    CHECK_FALSE(text::is_valid_utf8("\xF4\x90\x80\x80"));  // past the last code point
    CHECK_FALSE(text::is_valid_utf8("\xE5"));              // cut off, or Latin-1
    CHECK_FALSE(text::is_valid_utf8(std::string_view{"a\0b", 3}));
}

TEST_CASE("what hides or turns words around does not stay in a text") {
    CHECK(text::cleaned("bank\u202Eknab") == "bankknab");
    CHECK(text::cleaned("Re\u200Bgi\u00ADon\uFEFF") == "Region");
    CHECK(text::cleaned("a\x07\x1B[31mb") == "a[31mb");
}

TEST_CASE("line ends of every kind become one kind") {
    CHECK(text::cleaned("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\ne");
    CHECK(text::one_line("  a\r\n b\t\tc ") == "a b c");
}

TEST_CASE("an excerpt ends at a word and says that it was cut") {
    CHECK(text::excerpt("Skriv in mötesplatserna", 40) == "Skriv in mötesplatserna");
    CHECK(text::excerpt("Skriv in mötesplatserna i strategin", 26) == "Skriv in mötesplatserna i…");
    CHECK(text::excerpt("Skriv", 5) == "Skriv");
    CHECK(text::excerpt("ååååå", 3) == "ååå…");
}

TEST_CASE("lower case reaches å ä ö and the South Sámi letters") {
    CHECK(text::lower("ÅÄÖ ÆØ Ï Š") == "åäö æø ï š");
}

TEST_CASE("a name that borrows look-alike letters from another alphabet is seen through") {
    CHECK(text::mixes_alphabets("Regi\xD0\xBEn Jämtland"));  // a Cyrillic o
    CHECK(text::mixes_alphabets("\xCE\x91re kommun"));       // a Greek A
    CHECK_FALSE(text::mixes_alphabets("Åre kommun"));
    CHECK_FALSE(text::mixes_alphabets("Gaaltije, Saemien Sijte"));
    CHECK_FALSE(text::mixes_alphabets("Föreningen \xD0\x9C\xD0\xB8\xD1\x80"));  // a whole word in Cyrillic
}

TEST_CASE("what Unicode says is no character is neither kept nor given out to XML") {
    const std::string hostile = "a\uFFFEb\uFFFFc\U0001FFFEd\U0010FFFFe\uFDD0f";
    CHECK(text::cleaned(hostile) == "abcdef");
    CHECK(text::for_xml(hostile) == "abcdef");
    CHECK(text::for_xml(std::string{"a\0b\x01\x08\x0B\x1F\tc\r\n\x7F", 12}) == "ab\tc\r\n\x7F");
    CHECK(text::for_xml("a\xFF\xC0\xAF\xED\xA0\x80z\xE2\x82") == "az");
    CHECK(text::for_xml("å € 🌲 \uE000 \u00AD\u200D") == "å € 🌲 \uE000 \u00AD\u200D");
}
