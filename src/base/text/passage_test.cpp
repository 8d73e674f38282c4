#include "base/text/passage.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace medskapa::text;

namespace {

std::string blotted(const std::string& passage, std::string text, Capitals capitals = Capitals::as_written) {
    auto spans = spans_of(passage, text, capitals);
    if (spans.empty()) spans = cut_span_of(passage, text, capitals);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        text.replace(span->begin, span->end - span->begin, "#");
    return text;
}

}  // namespace

TEST_CASE("a passage is found as a reader sees it") {
    CHECK(blotted("Per Olovsson", "Ring Per Olovsson, Per\u00A0Olovsson och Per\nOlovsson.") ==
          "Ring #, # och #.");
    CHECK(blotted("Per Olovsson", "Per \u2009\r\n Olovsson") == "#");
    CHECK(blotted("Åse Öberg", "A\u030Ase O\u0308berg och Åse Öberg") == "# och #");
    CHECK(blotted("A\u030Ase", "Fråga Åse.") == "Fråga #.");
    CHECK(blotted("Per-Olof", "Per\u2011Olof, Per\u2013Olof") == "#, #");
    CHECK(blotted("D'Arc", "D\u2019Arc") == "#");
    CHECK(blotted("Olovsson", "Olovs\u00ADson och O\u200Dlovsson") == "# och #");
    CHECK(blotted(" Per  Olovsson\n", "Per Olovsson") == "#");
}

TEST_CASE("capitals count only where they are asked to") {
    CHECK(blotted("Per Ö", "PER Ö per ö") == "PER Ö per ö");
    CHECK(blotted("Per Ö", "PER Ö per ö", Capitals::any) == "# #");
}

TEST_CASE("half a letter is not found") {
    CHECK(blotted("Per A", "Per Åberg") == "Per Åberg");
    CHECK(blotted("Per A", "Per A\u030Aberg") == "Per A\u030Aberg");
    CHECK(blotted("Per A", "Per Aberg") == "#berg");
}

TEST_CASE("the beginning of a passage is found where a text was cut") {
    CHECK(blotted("Per Olovsson i Berg", "Ring Per Olovsson…") == "Ring #…");
    CHECK(blotted("Per Olovsson i Berg", "Ring Per Olovs…") == "Ring #…");
    CHECK(blotted("Per Olovsson", "Ring nu…") == "Ring nu…");
    CHECK(blotted("Per Olovsson", "Super…") == "Super…");
    CHECK(blotted("Per Olovsson", "Ring Per") == "Ring Per");
}

TEST_CASE("nothing is found nowhere") {
    CHECK(spans_of("", "text", Capitals::any).empty());
    CHECK(spans_of("\u00A0", "a\u00A0b", Capitals::any).empty());
    CHECK(spans_of("text", "", Capitals::any).empty());
    CHECK(cut_span_of("text", "…", Capitals::any).empty());
}
