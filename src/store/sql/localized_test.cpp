#include "store/sql/localized.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace medskapa;

TEST_CASE("words in several languages come back from their column as they were") {
    Localized words{"Resor \"och\" vägar\n\\ 🌲\t\x01", "Travel"};
    words.set(language_with_tag("sma"), "Gïele");

    CHECK(sql::localized_from(sql::json_of(words)) == words);
    CHECK(sql::localized_from(sql::json_of({})) == Localized{});
    CHECK(sql::json_of({"Resor", "Travel"}) == R"({"en":"Travel","sv":"Resor"})");
    CHECK(nlohmann::json::parse(sql::json_of(words)).at("sv") == words.original());
}

TEST_CASE(
    "a column that another program wrote is read by JSON's rules, without languages that are not ours") {
    CHECK(sql::localized_from(R"( { "sv" : "\u00e5\/\ud83c\udf32" , "xx":"y"} )").original() == "å/🌲");
    for (const auto* broken :
        {"", "[]", "{", R"({"sv":1})", R"({"sv":"a)", R"({"sv":"\q"})", R"({"sv":"\u12"})"}) {
        CAPTURE(broken);
        CHECK_THROWS_AS(sql::localized_from(broken), std::logic_error);
    }
}
