#include "store/search/wanted.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using store::Wanted;

namespace {

std::string marked(const std::string& text, const Wanted& wanted) {
    std::string all;
    for (const auto& place : wanted.places_in(text, 10)) all += '[' + text.substr(place.at, place.size) + ']';
    return all;
}

}  // namespace

TEST_CASE("words are found in other forms, as beginnings, and without the dots") {
    const std::string text = "Länets leder ska gå till Östersund, och bussarna dit.";
    for (const auto* words :
        {"led", "lederna", "LEDER", "östersund", "ostersund", "bussar", "bus", "län lede"}) {
        CAPTURE(words);
        CHECK(Wanted{words}.fits(text));
    }
    CHECK_FALSE(Wanted{"samer"}.fits("Samma samhälle, samtidigt."));
    CHECK(Wanted{"samer"}.fits("Varje same."));
    CHECK_FALSE(Wanted{"e"}.fits("Ett enda."));
    for (const auto* words : {"tåg", "leder tåg", "eder", "sund"}) {
        CAPTURE(words);
        CHECK_FALSE(Wanted{words}.fits(text));
    }
}

TEST_CASE("each place is a whole word, whatever stands around it") {
    CHECK(marked("(lederna), leder–led", Wanted{"led"}).starts_with("[lederna]"));
    CHECK(marked("”Östersund”", Wanted{"ostersund"}).find("stersund") != std::string::npos);
    CHECK(marked("inget", Wanted{"led"}).empty());
    CHECK(Wanted{"led"}.places_in("led led led", 2).size() == 2);
}

TEST_CASE("without letters nothing is asked for, and nothing fits") {
    for (const auto* words : {"", " ", "\"", "(((", "%", "_", "🌲 –"}) {
        CAPTURE(words);
        const Wanted wanted{words};
        CHECK_FALSE((wanted.empty() && wanted.fits("allt")));
    }
}

TEST_CASE("a pattern holds nothing that SQL would read as more than any character or any characters") {
    for (const auto& group : Wanted{"10% \\ a'b \"c\" _d% härjedalen"}.patterns())
        for (const auto& pattern : group)
            for (const char c : pattern) {
                CAPTURE(pattern);
                const bool is_plain =
                    (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_' || c == '%';
                CHECK(is_plain);
            }
}
