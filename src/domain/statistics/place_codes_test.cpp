#include "domain/statistics/place_codes.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Inside of(const std::string& place, const std::string& whole) {
    return lies_in({place, place}, {whole, whole});
}

}  // namespace

TEST_CASE("a municipality lies in its own county and in the country, as Statistics Sweden and Kolada write") {
    CHECK(of("2303", "23") == Inside::yes);
    CHECK(of("2303", "24") == Inside::no);
    CHECK(of("23", "2303") == Inside::no);
    CHECK(of("2303", "2303") == Inside::no);
    CHECK(of("2303", "0023") == Inside::yes);
    CHECK(of("0023", "23") == Inside::no);
    for (const auto* country : {"00", "0000", "SE"})
        for (const auto* place : {"2303", "23", "0023", "2380A0010", "SE332", "Åre"}) {
            CHECK(of(place, country) == Inside::yes);
            CHECK(of(country, place) == Inside::no);
        }
    CHECK(of("00", "0000") == Inside::no);
    CHECK(lies_in({"2303", "Ragunda"}, {"x", " Riket "}) == Inside::yes);
    CHECK(of("NO", "SE") == Inside::no);
    CHECK(of("2303 Ragunda", "23 Jämtlands län") == Inside::yes);
    CHECK(of("2303 Ragunda", "00 Riket") == Inside::yes);
    CHECK(of("2401 Nordmaling", "23 Jämtlands län") == Inside::no);
    CHECK(of("12 Söder", "1 Norr") == Inside::no);
}

TEST_CASE(
    "what a municipality's code begins is a part of it, and Eurostat's codes of Sweden hold each other") {
    CHECK(of("2380A0010", "2380") == Inside::yes);
    CHECK(of("2380A0010", "23") == Inside::yes);
    CHECK(of("2380A0010", "2303") == Inside::no);
    CHECK(of("SE33", "SE3") == Inside::yes);
    CHECK(of("SE332", "SE3") == Inside::yes);
    CHECK(of("SE33", "SE1") == Inside::no);
    CHECK(of("SE3", "SE33") == Inside::no);
}

TEST_CASE("of other codes and names nobody knows whether one that begins another holds it") {
    CHECK(of("12", "1") == Inside::unknown);
    CHECK(of("2", "1") == Inside::no);
    CHECK(of("Markaryd", "Mark") == Inside::unknown);
    CHECK(of("LA10", "LA1") == Inside::unknown);
    CHECK(of("FI19", "FI1") == Inside::unknown);
    CHECK(of("0205", "02") == Inside::unknown);  // no Swedish county
    CHECK(of("Åre", "") == Inside::no);
    CHECK(of("Åre", "Jämtlands län") == Inside::unknown);
    CHECK(of("Dalarnas län", "Jämtlands län") == Inside::no);
    CHECK(lies_in({"99", "Okänt"}, {"23", "Jämtlands län"}) == Inside::no);
}
