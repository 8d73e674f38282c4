#include "domain/inspel/person_names.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

using Words = std::vector<std::string>;

TEST_CASE("names of persons are found by a common given name, or by how the surname ends") {
    CHECK(possible_names_in("Min granne Per Olovsson kör för fort.") == Words{"Per Olovsson"});
    CHECK(possible_names_in("Enligt Yngvild Högström går det.") == Words{"Yngvild Högström"});
    CHECK(possible_names_in("Anna Maria Ek, och Anna Maria Ek igen") == Words{"Anna Maria Ek"});
    CHECK(possible_names_in("Sven-Erik Bergqvists gård") == Words{"Sven-Erik Bergqvists"});
    CHECK(possible_names_in("Åsa\u00a0Lind") == Words{"Åsa\u00a0Lind"});
}

TEST_CASE("what two capitals stand for otherwise is left alone") {
    CHECK(possible_names_in("Region Jämtland Härjedalen och Östersunds kommun").empty());
    CHECK(possible_names_in("Jag heter Per. Olovsson är en annan.").empty());
    CHECK(possible_names_in("ANNA BERG, anna berg").empty());
    CHECK(possible_names_in("Per").empty());
    CHECK(possible_names_in("Berg är ett berg").empty());
}

TEST_CASE("hostile texts are read to their end") {
    CHECK(possible_names_in("").empty());
    CHECK(possible_names_in("-").empty());
    CHECK(possible_names_in("\xff\xfe Per \xc3").empty());
    CHECK(possible_names_in(std::string(5000, 'A')).empty());
    CHECK(possible_names_in("A- B- C-").empty());
}
