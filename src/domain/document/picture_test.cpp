#include "domain/document/picture.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const KeptPicture name{std::string(64, 'a'), KeptPicture::Format::png, 640, 480};
const KeptPicture other{std::string(64, 'b'), KeptPicture::Format::jpeg, 64, 48};

std::string shows(const std::string& alternative, const KeptPicture& picture = name) {
    return "![" + alternative + "](" + address_of(picture) + ")";
}

Line line(const std::string& code, const std::string& text) {
    Line made;
    made.node.id = {static_cast<std::int64_t>(code.size())};
    made.node.code = code;
    made.text = text;
    return made;
}

}  // namespace

TEST_CASE("pictures are found in words, each with what it shows") {
    const auto found =
        pictures_in("Före " + shows("En [liten] \\*karta\\*") + " och " + shows("", other) + ".");
    REQUIRE(found.size() == 2);
    CHECK(found[0].alternative == "En [liten] *karta*");
    CHECK(found[0].name == name);
    CHECK(found[1].alternative.empty());
    CHECK(found[1].name == other);
    CHECK(words_of_pictures("Före " + shows("En \\*karta\\*") + " efter.") == "Före En *karta* efter.");
}

TEST_CASE("what only looks like a picture is none") {
    for (const auto& words :
        {std::string{"![x](bild:y)"}, "[x](" + address_of(name) + ")", "\\![x](" + address_of(name) + ")",
            "![x\\](" + address_of(name) + ")", "![x](https://example.org/" + file_name(name) + ")",
            "![x](" + address_of(name), std::string{"![]("}})
        CHECK_MESSAGE(pictures_in(words).empty(), words);
}

TEST_CASE("an alternative is written as words, whatever marks it holds, and read back the same") {
    for (const std::string words : {"](javascript:alert(1))", "<script>alert('x')</script>", "![a](bild:b)",
             "a\\", "**fet** [^1] `kod`", "[", "]"}) {
        CAPTURE(words);
        const auto written = with_alternative("Före " + shows("") + " efter", 1, words);
        REQUIRE(written);
        const auto found = pictures_in(*written);
        REQUIRE(found.size() == 1);
        CHECK(found.front().alternative == words);
        CHECK(written->starts_with("Före !["));
        CHECK(written->ends_with(") efter"));
    }
    CHECK(with_alternative(shows("a") + shows("b", other), 2, "c").value() == shows("a") + shows("c", other));
    CHECK(
        pictures_in(with_alternative(shows(""), 1, "två\nrader").value()).front().alternative == "två rader");
}

TEST_CASE("an alternative that is empty or too long, or of no picture, is refused") {
    CHECK(with_alternative(shows(""), 1, " \n").error().complaints.front().place == Place{Field::text});
    CHECK(with_alternative(shows(""), 1, std::string(longest_alternative, 'x')));
    CHECK_FALSE(with_alternative(shows(""), 1, std::string(longest_alternative + 1, 'x')));
    for (const auto number : {0U, 2U})
        CHECK(with_alternative(shows(""), number, "x").error().kind == Failure::Kind::not_found);
}

TEST_CASE("pictures without an alternative are named by their line and number") {
    const auto lacking =
        without_alternative({line("R-p1", shows("a")), line("R-p22", shows("b") + shows(" ", other))});
    REQUIRE(lacking.size() == 1);
    CHECK(lacking.front().number == 2);
    CHECK(alternative_field(lacking.front().line.node, lacking.front().number) == "bild-R-p22-2");
}

TEST_CASE("a new edition that says nothing of its pictures keeps what was written of them") {
    const auto written = with_known_alternatives({line("X-1", shows("")), line("X-2", shows("ny", other))},
        {line("R-1", shows("Karta \\[1\\]")), line("R-2", shows("gammal", other))});
    CHECK(pictures_in(written[0].text).front().alternative == "Karta [1]");
    CHECK(pictures_in(written[1].text).front().alternative == "ny");
}

TEST_CASE("every picture of a paragraph keeps what was written of it, also one that is there twice") {
    const auto known = Lines{line("R-1", shows("Karta")), line("R-2", shows("Bild", other))};
    const auto written = with_known_alternatives(
        {line("X-1", shows("") + ' ' + shows("", other) + ' ' + shows("")), line("X-2", shows(""))}, known);
    CHECK(written[0].text == shows("Karta") + ' ' + shows("Bild", other) + ' ' + shows("Karta"));
    CHECK(written[1].text == shows("Karta"));
}
