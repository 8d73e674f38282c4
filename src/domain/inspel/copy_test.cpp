#include "domain/inspel/copy.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a copy in which passages are masked, and nothing else, is the sender's own words") {
    const std::string sent = "Ring Eva på 070-174 06 05. Hälsa Eva.";
    CHECK(differs_only_by_masks(sent, sent));
    CHECK(differs_only_by_masks(sent, "Ring [maskat: namn] på 070-174 06 05. Hälsa [maskat: namn]."));
    CHECK(differs_only_by_masks(sent, "[maskat: allt]"));
    CHECK(differs_only_by_masks("Jag skrev [maskat: själv].", "Jag skrev [maskat: själv]."));
}

TEST_CASE("a copy with a word more, a word less or another word is not") {
    const std::string sent = "Ring Eva på 070-174 06 05. Hälsa Eva.";
    CHECK_FALSE(differs_only_by_masks(sent, "Ring Eva på 070-174 06 05."));
    CHECK_FALSE(differs_only_by_masks(sent, "Ring inte [maskat: namn] på 070-174 06 05. Hälsa Eva."));
    CHECK_FALSE(differs_only_by_masks(sent, "Ring Eva på [maskat: nummer]. Hälsa Olle."));
    CHECK_FALSE(differs_only_by_masks(sent, sent + "[maskat: intet]"));
    CHECK_FALSE(differs_only_by_masks(sent, "Ring [maskat: namn"));
    CHECK_FALSE(differs_only_by_masks(sent, ""));
}
