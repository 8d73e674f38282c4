#include "web/ui/layout.hpp"

#include "support/markup.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web;
using markup::contains;

namespace {

const Words& sv = words_of(Language::sv);
const Words& en = words_of(Language::en);

ui::Page page_of(const std::string& s) {
    return {.title = s,
        .body = html("<h1>{}</h1>", s),
        .nav = {{s, s, ui::Current::page}, {s, s, ui::Current::section}, {s, s}},
        .crumbs = {{s, s}},
        .name = s,
        .tagline = s,
        .home = s,
        .contact = {s, s, s, s},
        .footer_lists = {{s, {{s, s}}}},
        .note = html("{}", s),
        .languages = {{Language::sv, s}, {Language::en, s}}};
}

}  // namespace

TEST_CASE("places of a group stand folded under its name, and the others beside it") {
    const auto page = ui::layout(
        {.title = "Listan",
            .nav = {{"/a", "Listan", ui::Current::page}, {"/b", "SWOT", ui::Current::no, "Underlag"},
                {"/c", "Krav", ui::Current::no, "Underlag"}, {"/d", "Texter", ui::Current::no, "Text"}},
            .is_desk = true},
        sv);
    const auto& markup = page.markup();
    const auto whole = markup.substr(markup.find("</details>") + 1);  // after the menu of a phone
    CHECK(whole.find("<summary>Underlag</summary>") < whole.find("href=\"/b\""));
    CHECK(whole.find("href=\"/c\"") < whole.find("<summary>Text</summary>"));
    CHECK(whole.find("href=\"/a\"") < whole.find("<summary>Underlag</summary>"));
    CHECK(whole.find("<summary>Underlag</summary>") == whole.rfind("<summary>Underlag</summary>"));
}

TEST_CASE("a page says its language, its title and whose it is") {
    const auto page =
        ui::layout({.title = "Inspel", .body = html("<h1>Inspel</h1>"), .name = "Länet 2050"}, sv);

    CHECK(page.markup().starts_with("<!doctype html>\n<html lang=\"sv\">"));
    CHECK(contains(page, "<title>Inspel – Länet 2050</title>"));
    CHECK(contains(page, R"(<a class="skip" href="#innehall">Hoppa till innehållet</a>)"));
    CHECK(contains(page, R"(<main id="innehall")"));
}

TEST_CASE("a refused form says so first in its title and moves there") {
    const auto page = ui::layout({.title = "Lämna ett inspel", .name = "Länet", .has_errors = true}, sv);

    CHECK(contains(page, "<title>Fel: Lämna ett inspel – Länet</title>"));
    CHECK(contains(page, "/focus-errors.js"));
}

TEST_CASE("the other language is offered in its own words") {
    const ui::Page page{
        .title = "Start", .languages = {{Language::sv, "/?a=1&b=2"}, {Language::en, "/en?a=1&b=2"}}};

    CHECK(contains(ui::layout(page, sv), R"(<a href="/en?a=1&amp;b=2" lang="en" hreflang="en">English</a>)"));
    CHECK(contains(ui::layout(page, en), R"(lang="sv" hreflang="sv">Svenska</a>)"));
}

TEST_CASE("a page has neither inline style nor inline script") {
    auto page = page_of("Inspel");
    page.is_desk = page.has_errors = true;
    const auto whole = ui::layout(page, sv);

    CHECK(markup::parts_of(whole)["style"] == 0);
    CHECK(markup::parts_of(whole)["@style"] == 0);
    CHECK_FALSE(contains(whole, "<script>"));
    CHECK(markup::parts_of(whole)["script"] == 5);
}

TEST_CASE("hostile text anywhere in the frame stays text") {
    CHECK(markup::stays_text([](const std::string& s) { return ui::layout(page_of(s), sv); }));
}

TEST_CASE("a phone number can be rung from abroad") {
    CHECK(ui::tel_href("0980-319 200") == "tel:+46980319200");
    CHECK(ui::tel_href("+47 12 34") == "tel:+471234");
    CHECK(ui::tel_href("javascript:alert(112)") == "tel:112");
}
