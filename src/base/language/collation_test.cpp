#include "base/language/collation.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <string>

using namespace medskapa;

namespace {

using Names = std::vector<std::string>;

Names sorted(Names names, const Collation& collation) {
    std::sort(
        names.begin(), names.end(), [&](const auto& a, const auto& b) { return collation.is_before(a, b); });
    return names;
}

}  // namespace

TEST_CASE("names are sorted as a Swede looks for them") {
    CHECK(sorted({"Östersund", "Ånge", "Älvdalen", "berg", "Zon", "Ærø", "Bér", "Müller", "Mora"},
              collation_of(Language::sv)) ==
          Names{"Bér", "berg", "Mora", "Müller", "Zon", "Ånge", "Älvdalen", "Ærø", "Östersund"});
}

TEST_CASE("names are sorted by the South Sámi alphabet, where ï is a letter and å the last") {
    CHECK(
        sorted({"Åarjel", "Öövre", "Ärnie", "Ærhkie", "Giïtse", "Giske", "Gijhtedh", "Vaarege", "ïjje",
                   "jïjnje"},
            collation_of(language_with_tag("sma"))) == Names{"Giïtse", "Gijhtedh", "Giske", "ïjje", "jïjnje",
                                                           "Vaarege", "Ærhkie", "Ärnie", "Öövre", "Åarjel"});
}

TEST_CASE("another language has ICU's order for its tag") {
    static constexpr LanguageDescription norwegian{"nb", "Bokmål", "/nb"};
    CHECK(sorted({"Å", "Ø", "Æ", "Z"}, Collation{Language{norwegian}}) == Names{"Z", "Æ", "Ø", "Å"});
}
