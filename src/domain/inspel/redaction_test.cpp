#include "domain/inspel/redaction.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a passage is masked wherever it stands, and nothing else is touched") {
    const Mask mask{"070-123 45 67", "telefonnummer"};
    std::string text = "Ring 070-123 45 67, alltså 070-123 45 67.";
    CHECK(apply(mask, text) == 2);
    CHECK(text == "Ring [maskat: telefonnummer], alltså [maskat: telefonnummer].");
    CHECK(apply(mask, text) == 0);
}

TEST_CASE("what is masked and why are both needed") {
    CHECK(checked(Mask{" Eva Ek ", " ett\nnamn "})->passage == "Eva Ek");
    CHECK(checked(Mask{"Eva Ek", " ett\nnamn "})->reason == "ett namn");
    CHECK_FALSE(checked(Mask{"", "namn"}));
    CHECK_FALSE(checked(Mask{"å", "namn"}));
    CHECK(checked(Mask{"åå", "namn"}));
    CHECK_FALSE(checked(Mask{"Eva Ek", " "}));
    CHECK(checked(Mask{"Eva Ek", std::string(60, 'x')}));
    CHECK_FALSE(checked(Mask{"Eva Ek", std::string(61, 'x')}));
}

TEST_CASE("the reason never repeats the words, nor breaks the mask") {
    CHECK_FALSE(checked(Mask{"Eva Ek", "namnet Eva Ek"}));
    CHECK_FALSE(checked(Mask{"mask", "namn"}));
    CHECK_FALSE(checked(Mask{"Eva Ek", "namn]"}));
}
