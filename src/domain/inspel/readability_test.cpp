#include "domain/inspel/readability.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("LIX is words for each sentence and the share of words of seven letters and more") {
    CHECK(lix("") == 0);
    CHECK(lix(" … – ") == 0);
    CHECK(lix("Vi bor här.") == 3);
    CHECK(lix("Vi bor här. Det är bra.") == 3);
    CHECK(lix("Kommunen bor här") == 36);
    CHECK(lix("Byarna är små") == 3);
    CHECK(lix("Rubrik\nVi bor här i byn") == 3);
}
