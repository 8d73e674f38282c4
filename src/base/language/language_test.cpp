#include "base/language/language.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const Language sma = language_with_tag("sma");

}  // namespace

TEST_CASE("words are read in the reader's language, else in Swedish, and say which it was") {
    Localized title{"Resor", "Travel"};

    CHECK(title.in(Language::en) == "Travel");
    CHECK(title.in(sma) == "Resor");
    CHECK(title.language_in(sma) == Language::sv);
    title.set(sma, "Vaeltedh");
    CHECK(title.in(sma) == "Vaeltedh");
    CHECK(title.language_in(sma) == sma);
}

TEST_CASE("words that are emptied are gone, and two that hold the same are equal whatever came first") {
    Localized one;
    one.set(sma, "a");
    one.set(Language::sv, "b");
    Localized other;
    other.set(Language::sv, "b");
    other.set(Language::en, "c");
    other.set(sma, "a");
    CHECK(one != other);

    other.set(Language::en, "");
    CHECK(one == other);
    other.change_each([](const std::string& words) { return words == "a" ? "" : words + "!"; });
    CHECK(other == Localized{"b!"});
}

TEST_CASE("a list of tags is languages in our own order, with Swedish always") {
    CHECK(tags_of(languages_from("en")) == "sv en");
    CHECK(tags_of(languages_from("sma xx  en sma")) == "sv en sma");
    CHECK(tags_of(languages_from("")) == "sv");
}

TEST_CASE("each language has a tag, a name and an address of its own") {
    for (const auto& one : known_languages)
        for (const auto& other : known_languages) {
            CHECK((&one == &other) == (one.tag == other.tag));
            CHECK((&one == &other) == (one.name == other.name));
            CHECK((&one == &other) == (one.prefix == other.prefix));
        }
}
