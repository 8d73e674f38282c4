#include "store/privacy/person_match.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::store;

namespace {

bool finds(const PersonWanted& wanted, const std::string& value, std::string_view column = "text") {
    return !matches(wanted, "inspel", column, value).empty();
}

PersonWanted email(std::string typed) {
    return {.email = std::move(typed)};
}
PersonWanted name(std::string typed) {
    return {.email = {}, .name = std::move(typed)};
}
PersonWanted telephone(std::string typed) {
    return {.email = {}, .name = {}, .telephone = std::move(typed)};
}

}  // namespace

TEST_CASE("an address is found in any case and between signs, and never as the end or beginning of another") {
    const auto anna = email("anna@x.se");
    CHECK(finds(anna, "anna@x.se"));
    CHECK(finds(anna, "Nås på ANNA@X.SE."));
    CHECK(finds(anna, "<anna@x.se>, 070-123 45 67"));
    for (const auto* other : {"joanna@x.se", "x-anna@x.se", "anna@x.sex", "anna@x.se.example", "anna@xyse",
             "anna+bo@x.se", "anna@x.se-bo", "åanna@x.se"}) {
        CAPTURE(other);
        CHECK_FALSE(finds(anna, other));
    }
    CHECK(matches(anna, "inspel_contact", "contact", " Anna@x.se ").front().is_whole);
    CHECK_FALSE(matches(anna, "inspel_contact", "contact", "Anna, anna@x.se").front().is_whole);
}

TEST_CASE("all words of a name are there, whole, in any order and case, with any dash and blank") {
    const auto anna = name("Anna Berg-Ek");
    CHECK(finds(anna, "Berg–Ek,  anna"));
    CHECK(finds(anna, "Hälsar Anna Maria Berg-Ek"));
    CHECK_FALSE(finds(anna, "Anna Berg"));
    CHECK_FALSE(finds(anna, "Hanna Berg-Ek"));
    CHECK_FALSE(finds(name("Åsa"), "Åsarna"));
    CHECK(finds(name("åsa öst"), "ÖST, ÅSA"));
    CHECK_FALSE(finds(name(""), "Anna"));
}

TEST_CASE("a name stands by itself between signs of any kind, and not within letters of any alphabet") {
    for (const auto* signed_so : {"”Anna Ek”", "Anna Ek…", "–Anna Ek–", "…Anna Ek",
             "\u00A0Anna\u00A0Ek\u00A0", "«Anna»\u2003Ek", "’Anna Ek’", "Anna Ek🚌"}) {
        CAPTURE(signed_so);
        CHECK(finds(name("Anna Ek"), signed_so));
    }
    for (const auto* other : {"Annå Ek", "Åanna Ek", "Annaå Ek", "Яanna Ek", "A\u030Aanna Ek"}) {
        CAPTURE(other);
        CHECK_FALSE(finds(name("Anna Ek"), other));
    }
    CHECK(finds(email("anna@x.se"), "”anna@x.se”"));
    CHECK(finds(email("anna@x.se"), "Skriv till\u00A0anna@x.se…"));
    CHECK_FALSE(finds(email("anna@x.se"), "anna@x.seå"));
}

TEST_CASE(
    "a telephone number is the same with and without country, blanks and dashes, and no part of another") {
    const auto number = telephone("070-123 45 67");
    for (const auto* same : {"0701234567", "+46 70 123 45 67", "0046701234567", "Ring 070/123 45 67 i dag",
             "2026-05-14 070 1234567", "(070) 123 4567, kl. 8", "070.123.45.67", "070–123 45 67",
             "070\u00A0123\u00A045\u00A067", "46701234567", "46 (0)70-123 45 67"}) {
        CAPTURE(same);
        CHECK(finds(number, same));
    }
    for (const auto* other : {"0701234568", "07012345678", "1070123456", "070-123 45", "10701234567"}) {
        CAPTURE(other);
        CHECK_FALSE(finds(number, other));
    }
    CHECK_FALSE(finds(telephone("12345"), "12345"));
    CHECK(matches(number, "inspel_contact", "contact", "+46701234567").front().is_whole);
    CHECK(matches(number, "inspel_contact", "contact", "070–123\u00A045 67").front().is_whole);
    CHECK_FALSE(matches(number, "inspel_contact", "contact", "Bo +46701234567").front().is_whole);
}

TEST_CASE("an organisation is looked for where organisations are named, and nowhere else") {
    PersonWanted wanted;
    wanted.organisation = "Bergs byalag";
    CHECK(finds(wanted, "Bergs Byalag ek. för.", "organisation"));
    CHECK_FALSE(finds(wanted, "Bergs byalag", "text"));
    CHECK_FALSE(matches(wanted, "party", "name", "Bergs byalag").empty());
}

TEST_CASE("the words around are whole characters of the text, also of a hostile one, and few") {
    std::string text;
    for (int i = 0; i < 2'000; ++i) text += "åäö Anna 1 2 3 4 5 6 7 8 ";
    const auto found = matches(name("Anna"), "inspel", "text", text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().around.size() <= 5);
    for (const auto& around : found.front().around) CHECK(around.size() < 200);
    CHECK_FALSE(finds(telephone("0701234567"), text));
}

TEST_CASE("what the database is asked for first lets all through that fits") {
    using Patterns = std::vector<std::vector<std::string>>;
    CHECK(patterns_of(email("åsa_b@x.se")) == Patterns{{"%b@x.se%"}});
    CHECK(patterns_of(name("Anna Öst")) == Patterns{{"%Anna%", "%st%"}});
    CHECK(patterns_of(name("Åä")) == Patterns{{"%%"}});
    CHECK(patterns_of(telephone("+46 70 123 45 67")) == Patterns{{"%1%2%3%4%5%6%7%"}});
    CHECK(patterns_of(telephone("12")).empty());
    CHECK(patterns_of(email("%' OR 1=1 --")) == Patterns{{"%OR%"}});
}
