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
            CHECK(what_is_wrong_with(site.get(process + "/samradsredogorelse").body) == "");
            CHECK(what_is_wrong_with(site.get(process + "/samradsredogorelse/html").body) == "style; ");
        });
    }
}

TEST_CASE("what is held back or not published is not in the report") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        detail::send(site, "Oläst hemlighet", "x");
        CHECK_FALSE(contains(report_of(site).text, "Oläst hemlighet"));
        CHECK(report_of(site).check.is_right());
    });
}

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
            const auto page = report_of(site).text;
            CHECK(text.starts_with("# Samrådsredogörelse: "));
            CHECK(times(text, "\n## ") == times(page, "<h2"));
            CHECK(times(text, "\n### ") == times(page, "<h3"));
            CHECK(times(text, "\n#### ") == times(page, "<h4"));
            CHECK(times(text, "\n| --- |") == times(page, "<table"));
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
