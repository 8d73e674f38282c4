#include "domain/inspel/personal_details.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::vector<std::string> found_in(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& detail : personal_details_in(text))
        found.push_back(std::string{name_of(detail.kind)} + ":" + detail.words);
    return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "identity numbers are found with and without century and sign, and with a right check digit alone") {
    CHECK(found_in("Jag är 811218-9876.") == Words{"personnummer:811218-9876"});
    CHECK(found_in("19811218-9876") == Words{"personnummer:19811218-9876"});
    CHECK(found_in("198112189876 och 8112189876") ==
          Words{"personnummer:198112189876", "personnummer:8112189876"});
    CHECK(found_in("811218-9877").empty());
    CHECK(found_in("811318-9876").empty());
    CHECK(found_in("701063-2391") == Words{"personnummer:701063-2391"});
}

TEST_CASE("telephone numbers are found as people write them, and other numbers are none") {
    CHECK(found_in("Ring 070-123 45 67!") == Words{"telefonnummer:070-123 45 67"});
    CHECK(found_in("+46 70 123 45 67") == Words{"telefonnummer:+46 70 123 45 67"});
    CHECK(found_in("063-14 75 00, vardagar") == Words{"telefonnummer:063-14 75 00"});
    CHECK(found_in("Det kostar 12 000 000 kr sedan 2014").empty());
    CHECK(found_in("RUN/418/2026 och 0,5 procent av 2026-11-30").empty());
    CHECK(found_in("0701234").empty());
}

TEST_CASE("e-mail addresses are found without the signs around them") {
    CHECK(found_in("Skriv (eva.ek@example.org).") == Words{"e-postadress:eva.ek@example.org"});
    CHECK(found_in("@ensam, a@b och @@").empty());
}

TEST_CASE("hostile and cut texts are read to their end") {
    CHECK(found_in("").empty());
    CHECK(found_in("@").empty());
    CHECK(found_in("+").empty());
    CHECK(found_in("((((((((((").empty());
    CHECK(found_in("811218-").empty());
    CHECK(found_in(std::string(5000, '1')).empty());
}
