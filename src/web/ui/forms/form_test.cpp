#include "web/ui/forms/form.hpp"

#include "support/markup.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web;
using markup::all_of;
using markup::contains;
using markup::stays_text;

namespace {

const Words& sv = words_of(Language::sv);
const ui::Complaints missing{{"text", "Open until {} (inclusive).", {"<b>"}}};

}  // namespace

TEST_CASE("a refused field keeps what was typed, says what to do and is read with its hint and error") {
    const ui::Field field{
        .name = "text", .label = "Ditt inspel", .value = "Tågen", .hint = "Skriv som du pratar."};
    const auto page = ui::text_field(field, ui::Input::text, missing, sv);

    CHECK(contains(page, R"(value="Tågen")"));
    CHECK(contains(
        page, R"(<p class="error" id="text-fel"><span class="vh">Fel: </span>Till och med &lt;b&gt;.)"));
    CHECK(contains(page, R"(aria-describedby="text-hjalp text-fel" aria-invalid="true")"));
}

TEST_CASE("a field without fault or hint says nothing of either") {
    const auto page = ui::text_field({.name = "namn", .label = "Namn"}, ui::Input::text, missing, sv);

    CHECK_FALSE(contains(page, "aria-"));
    CHECK_FALSE(contains(page, "wrong"));
    CHECK(contains(page, " required"));
}

TEST_CASE("what may be left out says so") {
    const ui::Field field{.name = "epost", .label = "E-post", .is_optional = true, .autocomplete = "email"};
    const auto page = ui::text_field(field, ui::Input::email, {}, sv);

    CHECK(contains(page, "(frivilligt)"));
    CHECK(contains(page, R"(autocomplete="email")"));
    CHECK_FALSE(contains(page, "required"));
}

TEST_CASE("the summary counts the faults and leads to each field") {
    const auto page = ui::error_summary({{"text", "Ask us"}, {"", "Done"}}, sv);

    CHECK(contains(page, "2 saker behöver rättas"));
    CHECK(contains(page, R"(<a href="#text">Fråga oss</a>)"));
    CHECK(contains(page, R"(<a href="#innehall">Klart</a>)"));
    CHECK(contains(ui::error_summary(missing, sv), "En sak behöver rättas"));
    CHECK(ui::error_summary({}, sv).empty());
}

TEST_CASE("a choice already made stays made") {
    const std::vector<ui::Choice> choices{{"jag", "Mig själv"}, {"org", "En förening"}};
    const ui::Field field{.name = "vem", .label = "Vem?", .value = "org"};

    CHECK(contains(ui::select(field, choices, {}, sv), R"(<option value="org" selected>)"));
    CHECK(contains(ui::radio_group(field, choices, {}, sv), R"(value="org" checked>)"));
    CHECK(contains(ui::radio_group(field, choices, {}, sv), R"(id="vem" name="vem" value="jag">)"));
    CHECK(contains(ui::checkbox({.name = "ok", .label = "Ja", .value = "ja"}, {}, sv), " checked"));
    CHECK_FALSE(contains(ui::checkbox({.name = "ok", .label = "Ja"}, {}, sv), " checked"));
}

TEST_CASE("a secret or a file is never written back into the page") {
    const ui::Field field{.name = "kod", .label = "Kod", .value = "hemlig"};

    CHECK_FALSE(contains(ui::text_field(field, ui::Input::password, {}, sv), "hemlig"));
    CHECK_FALSE(contains(ui::text_field(field, ui::Input::file, {}, sv), "hemlig"));
}

TEST_CASE("a text that begins with an empty line keeps it") {
    const ui::Field field{.name = "text", .label = "Text", .value = "\nEtt"};

    CHECK(contains(ui::text_area(field, 8, {}, sv), ">\n\nEtt</textarea>"));
}

TEST_CASE("hostile text in a form stays text") {
    CHECK(stays_text([](const std::string& s) {
        const ui::Field field{.name = s, .label = s, .value = s, .hint = s, .autocomplete = s};
        const ui::Complaints wrong{{s, "Open until {} (inclusive).", {s}}};
        const std::vector<ui::Choice> choices{{s, s, s}, {s + "x", s, s}};
        return all_of({ui::error_summary(wrong, sv), ui::text_field(field, ui::Input::text, wrong, sv),
            ui::text_area(field, 3, wrong, sv), ui::select(field, choices, wrong, sv),
            ui::radio_group(field, choices, wrong, sv), ui::checkbox(field, wrong, sv),
            ui::hidden_field(s, s), ui::submit(s, ui::Weight::filled),
            ui::button_link(s, s, ui::Weight::quiet)});
    }));
}
