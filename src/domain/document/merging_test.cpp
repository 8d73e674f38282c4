#include "domain/document/merging.hpp"

#include "domain/document/word_diff.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const std::string known = "Länets leder ska vara trygga, skyltade och möjliga att nå utan bil.";
const std::string by_bus = "Länets leder ska vara trygga, skyltade och möjliga att nå med buss året runt.";
const std::string in_sami =
    "Länets leder ska vara trygga, skyltade på svenska och samiska och möjliga att nå utan bil.";
const std::string both =
    "Länets leder ska vara trygga, skyltade på svenska och samiska och möjliga att nå med buss året runt.";

}  // namespace

TEST_CASE("where two collide, the text to go on with has all that both wrote") {
    const auto merge =
        merge_words(known, "Länets leder ska vara trygga, skyltade och möjliga att nå till fots.", both);
    REQUIRE(merge.collisions.size() == 1);
    CHECK(
        merge.together ==
        "Länets leder ska vara trygga, skyltade på svenska och samiska och möjliga att nå med buss året runt "
        "till fots.");
    CHECK(merge_words("Alla ska nå fram.", "Alla kan nå fram.", "Alla bör nå fram.").together ==
          "Alla bör kan nå fram.");
    CHECK(merge_words(known, by_bus, in_sami).together == both);
}

TEST_CASE(
    "what a wording takes out is known by who brought it in, and words that readers know are not counted") {
    const std::vector wordings{known, in_sami, both};
    CHECK(losses(wordings, both).empty());
    CHECK(losses(wordings, in_sami) == std::vector<Loss>{{"med buss året runt", 2}});
    const auto all = losses(wordings, known);
    REQUIRE(all.size() >= 2);
    CHECK(all.front().brought_in_by == 1);
    CHECK(all.back() == Loss{"med buss året runt", 2});
    const auto one =
        losses(wordings, "Länets leder ska vara skyltade på svenska och möjliga att nå med buss året runt.");
    REQUIRE(one.size() == 1);
    CHECK(one[0].words.find("samiska") != std::string::npos);
    CHECK(one[0].brought_in_by == 1);
    CHECK(losses({known}, "Allt är annat.").empty());
    CHECK(losses({known, by_bus, known}, by_bus).empty());  // words that came back are known
}

TEST_CASE("what is put back stands where it stood, and the other changes stay") {
    const std::vector wordings{known, in_sami, both};
    const std::string without = "Alla leder ska vara trygga, skyltade och möjliga att nå utan bil.";
    CHECK(put_back(wordings, without, {1}).find("skyltade på svenska och samiska och möjliga") !=
          std::string::npos);
    CHECK(put_back(wordings, without, {1}).starts_with("Alla leder"));
    CHECK(put_back(wordings, without, {2}).find("med buss året runt utan bil") != std::string::npos);
    CHECK(put_back(wordings, without, {}) == without);
}

TEST_CASE("a proposal is adopted, adopted in part or removed again, as the words stand") {
    CHECK(standing_of(known, by_bus, by_bus) == Standing::whole);
    CHECK(standing_of(known, by_bus, both) == Standing::whole);
    CHECK(standing_of(known, in_sami, both) == Standing::whole);
    CHECK(standing_of(known, in_sami, by_bus) == Standing::gone);
    CHECK(standing_of(known, in_sami, known) == Standing::gone);
    CHECK(standing_of(known, in_sami, "Helt andra ord om vatten.") == Standing::gone);
    CHECK(standing_of(known, in_sami,
              "Länets leder ska vara trygga, skyltade på svenska och möjliga att nå utan bil.") ==
          Standing::part);
    // what collides with another, and stands next to it, is there
    CHECK(
        standing_of(known, by_bus,
            "Länets leder ska vara trygga, skyltade och möjliga att nå med buss året runt och till fots.") ==
        Standing::whole);
}

TEST_CASE("words that were struck out are out, and back they are back") {
    const std::string shorter = "Länets leder ska vara trygga och möjliga att nå utan bil.";
    CHECK(standing_of(known, shorter, shorter) == Standing::whole);
    CHECK(standing_of(known, shorter, "Länets leder ska vara trygga och möjliga att nå med buss.") ==
          Standing::whole);
    CHECK(standing_of(known, shorter, known) == Standing::gone);
}
