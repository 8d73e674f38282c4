#include "web/frame/routing/language_address.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web;

TEST_CASE("an address says its language first, and leads back from each") {
    for (const auto language : all_languages())
        for (const auto* path : {"/", "/kalender", "/processer/rus-2050/logg.csv"}) {
            const auto address = in_language(language, path);
            CAPTURE(address);
            CHECK(language_address(address).language == language);
            CHECK(language_address(address).path == path);
        }
    CHECK(in_language(Language::en, "/") == "/en");
    CHECK(in_language(Language::sv, "/") == "/");
}

TEST_CASE("an address that only begins like a language is in Swedish") {
    CHECK(language_address("/england").language == Language::sv);
    CHECK(language_address("/england").path == "/england");
    CHECK(language_address("/en/").path == "/");
}
