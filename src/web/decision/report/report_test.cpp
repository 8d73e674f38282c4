#include "app/inspel/erasure.hpp"
#include "engine/office/read.hpp"
#include "support/markup.hpp"
#include "support/pages.hpp"
#include "web/decision/report/files.hpp"
#include "web/ui/html_sink.hpp"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

struct Report {
    std::string text;
    web::decision::report::Check check;
};

Report report_of(TestSite& site, Language language = Language::sv) {
    Report report;
    web::ui::HtmlSink sink{
        web::words_of(language).tag(), [&](const web::Html& piece) { report.text += piece.markup(); }};
    report.check = web::decision::report::write(
        {*site.database.db, site.world.revision, web::words_of(language), stockholm, noon}, sink,
        [](std::string_view, double) {});
    return report;
}

std::size_t times(std::string_view text, std::string_view words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("the report holds every published inspel whole, each issue once and each change with why") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto report = report_of(site);
        const auto published =
            store::tally_of(*database.db, site.world.revision.id, store::Counter::state).at("published");
        CHECK(times(report.text, "<h3 id=\"inspel-") == static_cast<std::size_t>(published));
        CHECK(times(report.text, "<tr><th scope=\"row\"><a href=\"#inspel-1\">") == 2);
        CHECK(times(report.text, "id=\"andring-1\"") == 1);
        CHECK(contains(report.text, "En fråga till"));
        CHECK(contains(report.text, "<del>Före</del><ins>Efter</ins> lugn"));
    });
}

TEST_CASE("the report recounts its numbers and prints that they agree") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto report = report_of(site);
        CHECK(report.check.is_right());
        CHECK(report.check.compared > 10);
        CHECK(contains(
            report.text, "Kontrollräknat: alla " + std::to_string(report.check.compared) + " tal stämmer"));
        CHECK_FALSE(contains(report.text, "<td>skiljer sig</td>"));
    });
}

TEST_CASE("a report whose numbers are wrong says so, and which they are") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        database.write([&](sql::Transaction& tx) -> Result<int> {
            tx.db().run("UPDATE tally SET n = n + 1 WHERE facet = 'state' AND value = 'published'");
            return 0;
        });
        const auto report = report_of(site);
        CHECK(report.check.differ == 1);
        CHECK(contains(report.text, "Kontrollräknat: 1 av "));
        CHECK(times(report.text, "<td>skiljer sig</td>") == 1);
    });
}

TEST_CASE("hostile words in the report stay words, on the page and in the file") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            TestSite site{database};
            fill(site, text);
            for (const auto* page : {"", "/del/andringar", "/del/vilka", "/del/hur", "/avsnitt/future-needs"})
                CHECK(what_is_wrong_with(site.get(process + "/samradsredogorelse" + page).body) == "");
            CHECK(what_is_wrong_with(site.get(process + "/samradsredogorelse/html").body) == "style; ");
        });
    }
}

TEST_CASE("the report is read part by part, and its contents lead to each of them") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto report = process + "/samradsredogorelse";
        const auto contents = site.get(report).body;
        for (const auto* part :
            {"/del/hur", "/del/vilka", "/del/andringar", "/del/beslut", "/avsnitt/future-needs"}) {
            CAPTURE(part);
            CHECK(contains(contents, "href=\"" + report + part + "\""));
            CHECK(site.get(report + part).status == 200);
        }
        CHECK(contains(contents, "href=\"" + process + "/inspel\""));
        CHECK_FALSE(contains(contents, "En fråga till"));

        const auto section = site.get(report + "/avsnitt/future-needs").body;
        CHECK(contains(section, "En fråga till"));
        CHECK(contains(section, "href=\"" + process + "/inspel/1\">I-1.1</a>"));
        CHECK(contains(section, "href=\"" + process + "/andringar/1\">Ä-1</a>"));
        CHECK(contains(site.get(report + "/del/andringar").body, "<del>Före</del><ins>Efter</ins> lugn"));
        for (const auto* missing : {"/del/x", "/avsnitt/x", "/avsnitt/RUS-9"}) {
            CAPTURE(missing);
            CHECK(site.get(report + missing).status == 404);
        }
    });
}

namespace {

/// What the section goes on after, as its page links to the next; empty on the last.
std::string next_in_section(const std::string& page) {
    const std::string_view link = "?del=0&amp;efter=";
    const auto next = page.rfind(link);
    if (next == page.npos) return {};
    const auto from = next + link.size();
    return page.substr(from, page.find('"', from) - from);
}

}  // namespace

TEST_CASE("a section is turned page by page, and every inspel of it comes once") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (int n = 0; n < 45; ++n) {
            const auto receipt = detail::send(site, "Ord " + std::to_string(n), "k" + std::to_string(n));
            detail::must(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        }
        std::string all;
        int pages = 0;
        web::http::Fields query;
        while (++pages < 10) {
            const auto page = site.get(process + "/samradsredogorelse/avsnitt/future-needs", "", query).body;
            CHECK(page.size() < 60'000);
            all += page;
            const auto next = next_in_section(page);
            if (next.empty()) break;
            query = {{"del", "0"}, {"efter", next}};
        }
        CHECK(pages == 3);
        for (int n = 1; n <= 45; ++n) CHECK(times(all, ">I-" + std::to_string(n) + "</a>") == 1);
    });
}

TEST_CASE("the whole report is made once, and anew when something has been done in the process") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto whole = [&] { return site.get(process + "/samradsredogorelse/html").body; };
        const auto first = whole();
        CHECK(whole() == first);
        const auto receipt = detail::send(site, "Det nyaste", "z");
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        CHECK(contains(whole(), "Det nyaste"));
        detail::must(site, [&](auto& act) {
            return app::erase_inspel(
                act, receipt.number, {Erasure::Level::unpublished, Erasure::Ground::retention, "RUN/1/2026"});
        });
        CHECK_FALSE(contains(whole(), "Det nyaste"));
    });
}

TEST_CASE("what is held back or not published is not in the report") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        detail::send(site, "Oläst hemlighet", "x");
        CHECK_FALSE(contains(report_of(site).text, "Oläst hemlighet"));
        CHECK(report_of(site).check.is_right());
    });
}

namespace {

/// The Markdown has as many headings of each level, and tables, as the page.
void check_built_alike(const std::string& text, const std::string& page) {
    CHECK(times(text, "\n## ") == times(page, "<h2"));
    CHECK(times(text, "\n### ") == times(page, "<h3"));
    CHECK(times(text, "\n#### ") == times(page, "<h4"));
    CHECK(times(text, "\n| --- |") == times(page, "<table"));
}

}  // namespace

TEST_CASE(
    "the report on paper has the headings, tables and words of the page, as a reader of the format finds "
    "them") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn & <ro>");
        for (const auto* format : {"docx", "odt"}) {
            CAPTURE(format);
            const auto answer = site.get(process + "/samradsredogorelse/" + format);
            REQUIRE(answer.status == 200);
            const auto reading = office::read(answer.body);
            REQUIRE(reading);
            const auto text = office::markdown_of(reading->blocks, "");
            CHECK(text.starts_with("# Samrådsredogörelse: "));
            check_built_alike(text, report_of(site).text);
            CHECK(contains(text, "I-1.1"));
            CHECK(contains(text, "~~Före~~Efter lugn & \\<ro>"));
        }
        CHECK(site.get(process + "/samradsredogorelse/exe").status == 404);
    });
}

TEST_CASE("hostile words in the report stay words on paper") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            TestSite site{database};
            fill(site, text);
            for (const auto* format : {"docx", "odt"})
                CHECK(office::read(site.get(process + "/samradsredogorelse/" + format).body));
        });
    }
}

TEST_CASE("a printer that is held too short is shown as a report that is too much for it") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const ScratchFolder folder;
        const auto made = web::decision::report::make(
            {*database.db, site.world.revision, web::words_of(Language::sv), stockholm, noon},
            web::decision::report::Format::pdf, folder, {.memory = 20'000'000},
            [](std::string_view, double) {});
        REQUIRE_FALSE(made);
        if (made.error().kind == Failure::Kind::not_found) {
            std::clog << "skipped: a short printer (weasyprint is not installed)\n";
            return;
        }
        CHECK(made.error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("the page of what was changed counts by sender and place") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto page = site.get(process + "/vad-andrades").body;
        CHECK(contains(page,
            "<th scope=\"row\">Privatperson</th><td class=\"n\">1</td><td class=\"n\">2</td>"
            "<td class=\"n\">1</td><td class=\"n\">1</td>"));
        CHECK(contains(page, "<th scope=\"row\">Berg</th>"));
    });
}

TEST_CASE("where nothing is changed yet the page says what comes and when, and no figures of nothing") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        Step step;
        step.title = {"Vi skriver", "We write"};
        step.period = {today + std::chrono::days{30}, {}, DatePrecision::month};
        detail::must(site, [&](auto& act) { return app::add_step(act, step); });
        const auto page = site.get(process + "/vad-andrades").body;
        CHECK(contains(page, "Texten har inte ändrats ännu."));
        CHECK(contains(page, "Hittills har 0 inspel kommit in."));
        CHECK(contains(page, ">Vi skriver</a>: från juni 2026"));
        CHECK_FALSE(contains(page, "<dl class=\"fact"));
        CHECK_FALSE(contains(page, "<table"));
    });
}

TEST_CASE("every link is open data, the same as CSV and as JSON") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto csv = site.get(process + "/lankar.csv").body;
        CHECK(contains(
            csv, "\"I-1\",\"I-1.1\",\"noterat\",\"Ä-1\",\"changed\",\"RUS-p1\",\"RUS/2\",\"B-1\"\r\n"));
        const auto json = nlohmann::json::parse(site.get(process + "/lankar.json").body);
        CHECK(json["process"] == "rus-2050");
        CHECK(json["links"].size() == times(csv, "\r\n") - 1);
        CHECK(json["links"][0]["decision"] == "B-1");
        CHECK(json["links"][1]["change"].is_null());
    });
}

TEST_CASE("links come a part at a time, and together they are one file, however many lead nowhere") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        database.write([&](sql::Transaction& tx) -> Result<int> {  // as if many had been declined before it
            tx.db().run("UPDATE inspel SET number = number + 1234");
            return 0;
        });
        const auto whole = [&](const std::string& path) {
            auto part = site.get(process + path);
            auto all = part.body;
            for (int parts = 1; part.rest && parts < 9; ++parts) {
                part = site.answer(*part.rest);
                all += part.body;
            }
            CHECK_FALSE(part.rest);
            return all;
        };
        const auto csv = whole("/lankar.csv");
        CHECK(times(csv, "inspel,issue,outcome") == 1);
        CHECK(contains(csv, "\r\n\"I-1235\",\"I-1235.1\","));
        const auto json = nlohmann::json::parse(whole("/lankar.json"));
        CHECK(json["links"].size() == times(csv, "\r\n") - 1);
    });
}
