#include "web/ui/pieces.hpp"

#include "support/markup.hpp"
#include "web/ui/table.hpp"
#include "web/ui/trail.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::web;
using markup::all_of;
using markup::contains;
using markup::stays_text;

namespace {

const Words& sv = words_of(Language::sv);

Day day(const char* iso) {
    return *time::read_day(iso);
}

ui::AgendaItem item(const char* first, const char* last) {
    return {.first = day(first), .last = day(last), .title = "Korrekturvecka"};
}

}  // namespace

TEST_CASE("an outcome says its word besides its shape") {
    CHECK(ui::outcome(ui::Outcome::part, sv).markup() ==
          R"(<span class="outcome part">Delvis tillgodosett</span>)");
    CHECK(contains(ui::outcome_count(ui::Outcome::yes, 1, sv), "1 tillgodosedd<"));
    CHECK(contains(ui::outcome_count(ui::Outcome::yes, 2, sv), "2 tillgodosedda<"));
}

TEST_CASE("the step we are at is marked for those who do not see it") {
    const auto page =
        ui::steps({{ui::Place::done, "Planering", "våren 2019", html("<a>{}</a>", "412 inspel")},
                      {ui::Place::here, "Remiss", "hösten 2019"},
                      {ui::Place::ahead, "Beslut", "hösten 2020", {}, "/steg/3"}},
            sv);

    CHECK(contains(page, "Klart: <a>412 inspel</a>"));
    CHECK(contains(page, R"(<li class="now" aria-current="step"><h3>Remiss</h3>)"));
    CHECK(contains(page, R"(<li><h3><a href="/steg/3">Beslut</a></h3><p class="meta">hösten 2020</p></li>)"));
}

TEST_CASE("an agenda names both days of what lasts longer than one") {
    CHECK(contains(ui::agenda({item("2020-09-07", "2020-09-07")}, sv), "<b>7</b>sep<"));
    CHECK(contains(ui::agenda({item("2020-09-07", "2020-09-11")}, sv), "<b>7–11</b>sep<"));
    CHECK(contains(ui::agenda({item("2020-08-31", "2020-09-04")}, sv), "<b>31</b>aug–4 sep<"));
    CHECK(contains(ui::agenda({item("2020-09-07", "2021-09-08")}, sv), "<b>7</b>sep–8 sep<"));
}

TEST_CASE("a table can be scrolled by keyboard, and its rows and columns have names") {
    const auto page = ui::table({.caption = "Utfall",
        .columns = {{"Utfall"}, {"Antal", ui::Cell::number}},
        .rows = {{html("Noterat"), html("{}", 110)}}});

    CHECK(contains(page, R"(role="region" aria-label="Utfall" tabindex="0")"));
    CHECK(contains(page, R"(<th scope="col" class="n">Antal</th>)"));
    CHECK(contains(page, R"(<th scope="row">Noterat</th><td class="n">110</td>)"));
}

TEST_CASE("only the pages there are can be gone to") {
    const auto page = ui::pagination({.next = "/inspel?efter=7&antal=20"}, sv);

    CHECK(contains(page, R"(<a href="/inspel?efter=7&amp;antal=20" rel="next">Nästa</a>)"));
    CHECK_FALSE(contains(page, "prev"));
    CHECK(ui::pagination({}, sv).empty());
}

TEST_CASE("a receipt's code stands alone, to be read aloud") {
    CHECK(contains(ui::receipt({"Din kvittenskod", "K7QF-M2TR-9XHD", {{"Mottaget", "24 augusti 2020"}}}),
        R"(<strong class="code">K7QF-M2TR-9XHD</strong>)"));
}

TEST_CASE("hostile text in any piece stays text") {
    CHECK(stays_text([](const std::string& s) {
        const auto text = html("{}", s);
        const ui::Card card{.href = s, .title = s, .text = text, .until = s, .meta = s};
        return all_of({ui::notice(ui::Tone::warn, text), ui::card(card), ui::facts({{s, s}}),
            ui::receipt({s, s, {{s, s}}}), ui::proof(s, {s})});
    }));
}

TEST_CASE("hostile text in trails and tables stays text") {
    CHECK(stays_text([](const std::string& s) {
        const auto text = html("{}", s);
        const auto today = day("2020-08-24");
        return all_of({ui::steps({{ui::Place::done, s, s, text}}, sv),
            ui::trace({{ui::Place::here, s, text}}), ui::agenda({{today, today, s, s, s, s, text}}, sv),
            ui::table({.caption = s, .columns = {{s}}, .rows = {{text}}}), ui::pagination({s, s, s}, sv)});
    }));
}
