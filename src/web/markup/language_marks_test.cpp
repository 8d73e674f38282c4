#include "web/markup/language_marks.hpp"

#include <doctest/doctest.h>

using namespace medskapa::web;

namespace {

std::string sv(std::string_view words) {
    return with_language_marks(words, "sv");
}

}  // namespace

TEST_CASE("an element that holds nothing but foreign words says their language") {
    CHECK(marks_to_lang("<h1>" + sv("Nyheter") + "</h1>") == "<h1 lang=\"sv\">Nyheter</h1>");
    CHECK(marks_to_lang("<a href=\"/x?a>b\">" + sv("Läs <b>mer</b>") + "</a>") ==
          "<a href=\"/x?a>b\" lang=\"sv\">Läs <b>mer</b></a>");
    CHECK(marks_to_lang("<option value=\"1\">" + sv("Alla") + "</option>") ==
          "<option value=\"1\" lang=\"sv\">Alla</option>");
}

TEST_CASE("foreign words among others stand in a span of their own") {
    CHECK(marks_to_lang("<p>Bïejjie: " + sv("i dag") + ".</p>") ==
          "<p>Bïejjie: <span lang=\"sv\">i dag</span>.</p>");
    CHECK(marks_to_lang("<p lang=\"en\">" + sv("Hej") + "</p>") ==
          "<p lang=\"en\"><span lang=\"sv\">Hej</span></p>");
    CHECK(marks_to_lang("<label><input>" + sv("Ja") + "</label>") ==
          "<label><input><span lang=\"sv\">Ja</span></label>");
    CHECK(marks_to_lang("<p>" + sv("Ett") + sv("Två") + "</p>") ==
          "<p><span lang=\"sv\">Ett</span><span lang=\"sv\">Två</span></p>");
}

TEST_CASE("foreign words inside foreign words are marked once") {
    CHECK(marks_to_lang("<p>" + sv("Fel: " + sv("Nyheter")) + "</p>") == "<p lang=\"sv\">Fel: Nyheter</p>");
}

TEST_CASE("an attribute and an element of text only keep the words and lose the marks") {
    CHECK(marks_to_lang("<nav aria-label=\"" + sv("Meny") + "\"><p>x</p></nav>") ==
          "<nav aria-label=\"Meny\"><p>x</p></nav>");
    CHECK(marks_to_lang("<title>" + sv("Nyheter") + " – 2050</title>") == "<title>Nyheter – 2050</title>");
    CHECK(marks_to_lang("<svg><text>" + sv("Du") + " (1)</text></svg>") == "<svg><text>Du (1)</text></svg>");
    CHECK(without_language_marks("a" + sv("b" + sv("c")) + "d") == "abcd");
}

TEST_CASE("marks that do not answer to each other lose nothing else") {
    CHECK(marks_to_lang("<p>a\x03 b</p>") == "<p>a b</p>");
    CHECK(marks_to_lang("<p>\x01sv\x02 b</p>") == "<p>sv\x02 b</p>");
    CHECK(marks_to_lang("<p>\x01\" onclick=\"x\x02 b\x03</p>") == "<p>\" onclick=\"x\x02 b</p>");
    CHECK(without_language_marks("a\x01sv") == "a");
}
