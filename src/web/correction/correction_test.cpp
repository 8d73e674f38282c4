#include "app/decision/decision.hpp"
#include "app/referral/referral.hpp"
#include "app/site/site.hpp"
#include "engine/office/blocks.hpp"
#include "engine/office/read.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/referral/referral_store.hpp"
#include "support/forms.hpp"
#include "support/pages.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

/// A strategy that has been decided on, and somebody who may correct.
struct Decided {
    TestSite site;
    StrategyProcess at;
    std::string leader;
    Version version;

    explicit Decided(TestDatabase& database)
        : site{database}, at{database, site.world}, leader{site.session(Role::process_leader, at.process())} {
        Decision draft;
        draft.body = at.assembly.id;
        version = at.freezes(Version::Kind::proposal, "Förslag").value();
        draft.version = version.id;
        draft.decided_on = today;
        draft.paragraph = "§ 12";
        draft.diary_number = "RS/77/2026";
        draft.text = "Strategin antas.";
        at.does([&](auto& act) { return app::decide(act, draft, today); });
    }

    web::http::Fields form(const std::string& address, const web::http::Fields& written) const {
        auto fields = fields_in(site.get(address, leader).body);
        for (const auto& [name, value] : written)
            for (auto& field : fields)
                if (field.first == name) field.second = value;
        return fields;
    }
    web::Response corrects(const std::string& address, const web::http::Fields& written) const {
        return site.post(address, leader, form(address, written));
    }
};

const std::string decision_form = desk + "/beslut/1/rattelse";
const web::http::Fields another_case{
    {"diarienummer", "RS/88/2026"}, {"andringsskal", "Fel <nummer>"}, {"ord", "Rätta"}};

}  // namespace

TEST_CASE(
    "a corrected decision shows both readings, on its page, in the list, in the feed and in the search") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto done = in.corrects(decision_form, another_case);

        REQUIRE(done.status == 303);
        CHECK(header(done, "Location") == process + "/beslut/1");
        for (const auto& address : {process + "/beslut/1", process + "/rattelser"}) {
            const auto page = in.site.get(address);
            CHECK(contains(page, "Rättelse R-1</strong>"));
            CHECK(contains(page, "Det stod: RS/77/2026. Rätt är: RS/88/2026"));
            CHECK(contains(page, "Varför: Fel &lt;nummer&gt;"));
            CHECK(contains(page, "rocessledare"));
        }
        CHECK(contains(in.site.get(process + "/beslut"), "RS/88/2026"));
        const auto feed = in.site.get(process + "/nyheter.atom");
        CHECK(contains(feed, "Rättelse R-1: Beslut B-1, Diarienummer"));
        CHECK(contains(feed, process + "/rattelser#R-1"));
        CHECK(contains(in.site.get("/sok", "", {{"q", "88"}}), process + "/beslut/1"));
        CHECK_FALSE(contains(in.site.get("/sok", "", {{"q", "77"}}), process + "/beslut/1"));
        CHECK(contains(in.site.get("/sok", "", {{"q", "r-1"}}), process + "/rattelser#R-1"));
    });
}

TEST_CASE("a correction without its word, or without why, comes back with all that was typed") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto refused = in.corrects(decision_form, {{"diarienummer", "RS/88/2026"}, {"ord", "ja"}});

        CHECK(refused.status == 422);
        CHECK(contains(refused, "value=\"RS/88/2026\""));
        CHECK(contains(refused, "Skriv ordet rätta för att bekräfta. Åtgärden går inte att ångra"));
        CHECK(contains(refused, "Skriv vad som var fel och varför"));
        CHECK(store::decision_numbered(*database.db, in.at.process().id, 1)->diary_number == "RS/77/2026");
        CHECK(store::corrections_in(*database.db, in.at.process().id, 0, 9).empty());
        CHECK(contains(in.site.get(process + "/rattelser"), "Inget som har publicerats har rättats."));
    });
}

TEST_CASE("of two tabs the one that shows an older decision corrects nothing") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto old_tab =
            in.form(decision_form, {{"paragraf", "§ 13"}, {"andringsskal", "Fel"}, {"ord", "rätta"}});
        REQUIRE(in.corrects(decision_form, another_case).status == 303);
        const auto refused = in.site.post(decision_form, in.leader, old_tab);

        CHECK(refused.status == 409);
        CHECK(contains(refused, "value=\"§ 13\""));
        CHECK(contains(refused, "RS/88/2026"));
        CHECK(store::decision_numbered(*database.db, in.at.process().id, 1)->paragraph == "§ 12");
    });
}

TEST_CASE("who may not decide, freeze or edit the site corrects nothing there") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto handler = in.site.session(Role::handler, in.at.process());
        const auto editor = in.site.session(Role::editor, in.at.process());
        CHECK(in.site.get(decision_form, handler).status == 403);
        CHECK(in.site.post(decision_form, editor, in.form(decision_form, another_case)).status == 403);
        CHECK(in.site.get(desk + "/texter/RUS/version/1/rattelse", editor).status == 403);
        CHECK(in.site.get(decision_form).status != 200);
        CHECK(in.site.get(desk + "/beslut/2/rattelse", in.leader).status == 404);
        CHECK(in.site.get(desk + "/texter/RUS/version/2/rattelse", in.leader).status == 404);
        CHECK(in.site.get(desk + "/texter/RUS/version/1/rattelse/RUS-9", in.leader).status == 404);
        CHECK(
            in.site.get(desk + "/webbplats/organisation/fullmaktige/platser/9/rattelse", in.leader).status ==
            404);
    });
}

TEST_CASE(
    "a printing error is chosen among the paragraphs, shown next to the words and found by what is right") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto form = desk + "/texter/RUS/version/1/rattelse/RUS-1-p2";
        CHECK(contains(in.site.get(desk + "/texter/RUS/version/1/rattelse", in.leader), form));
        const auto markdown = in.site.get(process + "/dokument/RUS/version/1/text.md").body;
        const auto done = in.corrects(form, {{"text", "Avstånden är långa och <vägarna> få."},
                                                {"andringsskal", "Ord föll bort"}, {"ord", "rätta"}});

        REQUIRE(done.status == 303);
        CHECK(contains(in.site.get(desk + "/texter/RUS", in.leader, {{"klart", "rattat"}}),
            "Utkastet har också fått den rätta texten."));
        for (const auto& address : {process + "/dokument/RUS/version/1", process + "/stycke/RUS-1-p2"}) {
            const auto page = in.site.get(address);
            CHECK(contains(page, "Avstånden är långa"));
            CHECK(contains(page, "&lt;vägarna&gt;"));
            CHECK(contains(page, "Rättelse R-1</strong>"));
        }
        CHECK(contains(in.site.get(process + "/dokument/RUS/version/1"), "Tryckfel rättas bredvid"));
        CHECK(in.site.get(process + "/dokument/RUS/version/1/text.md").body == markdown);
        CHECK(contains(in.site.get("/sok", "", {{"q", "vägarna"}}), process + "/stycke/RUS-1-p2"));
    });
}

TEST_CASE("a seat and a step are corrected where they stand, and what was personal is not shown") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto seat = in.at.does([&](auto& act) {
            return app::add_seat(act, in.at.assembly, {{}, "Ordförande SECRETNAME", "Regionen", today, {}});
        });
        const auto form =
            fmt::format("{}/webbplats/organisation/fullmaktige/platser/{}/rattelse", desk, seat.id.value);
        auto fields = in.form(form, {{"roll", "Ordförande"}, {"andringsskal", "Ett namn"}, {"ord", "rätta"}});
        fields.emplace_back("visas-inte", "ja");
        REQUIRE(in.site.post(form, in.leader, fields).status == 303);
        const auto page = in.site.get(process + "/organisation");
        CHECK(contains(page, "Det som stod visas inte, eftersom det innehöll personuppgifter."));
        CHECK_FALSE(contains(page, "SECRETNAME"));
        CHECK_FALSE(contains(in.site.get(process + "/rattelser"), "SECRETNAME"));

        Step draft;
        draft.title = {"Remis", "Consultation"};
        const auto step = in.at.does([&](auto& act) { return app::add_step(act, draft); });
        REQUIRE(in.corrects(fmt::format("{}/webbplats/steg/{}/rattelse", desk, step.id.value),
                      {{"titel", "Remiss"}, {"andringsskal", "Felstavat"}, {"ord", "rätta"}})
                    .status == 303);
        CHECK(contains(in.site.get(fmt::format("{}/steg/{}", process, step.number)),
            "Det stod: Remis. Rätt är: Remiss"));
    });
}

TEST_CASE("what an earlier correction said of a person is gone from every page when it is withheld") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto seat = in.at.does([&](auto& act) {
            return app::add_seat(act, in.at.assembly, {{}, "Ordförnade", "Regionen", today, {}});
        });
        const auto form =
            fmt::format("{}/webbplats/organisation/fullmaktige/platser/{}/rattelse", desk, seat.id.value);
        REQUIRE(
            in.corrects(form, {{"roll", "Ordförande SECRETNAME"}, {"andringsskal", "Fel"}, {"ord", "rätta"}})
                .status == 303);
        CHECK(contains(in.site.get(process + "/rattelser"), "SECRETNAME"));
        auto fields = in.form(form, {{"roll", "Ordförande"}, {"andringsskal", "Ett namn"}, {"ord", "rätta"}});
        fields.emplace_back("visas-inte", "ja");
        REQUIRE(in.site.post(form, in.leader, fields).status == 303);

        for (const auto& address :
            {process + "/organisation", process + "/rattelser", process + "/nyheter.atom"}) {
            CAPTURE(address);
            const auto page = in.site.get(address);
            CHECK(contains(page, "R-1"));
            CHECK_FALSE(contains(page, "SECRETNAME"));
            CHECK_FALSE(contains(page, "Ordförnade"));
            CHECK_FALSE(contains(page, "Rätt är: inget"));
        }
        CHECK(contains(in.site.get(process + "/rattelser"), "Rätt är: Ordförande"));
    });
}

TEST_CASE("the form says what cannot be withheld, and asks for no first day of a step that has none") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto step = in.at.does([&](auto& act) {
            Step draft;
            draft.title = {"Remis", "Consultation"};
            return app::add_step(act, draft);
        });
        const auto seat = in.at.does([&](auto& act) {
            return app::add_seat(act, in.at.assembly, {{}, "Ordförande", "Regionen", today, {}});
        });
        const auto seat_form = in.site.get(
            fmt::format("{}/webbplats/organisation/fullmaktige/platser/{}/rattelse", desk, seat.id.value),
            in.leader);
        const auto step_form =
            in.site.get(fmt::format("{}/webbplats/steg/{}/rattelse", desk, step.id.value), in.leader);
        const auto is_asked_for = [](const web::Response& page, const std::string& name) {
            const auto begins = page.body.find("<input id=\"" + name + "\"");
            REQUIRE(begins != std::string::npos);
            const auto input = page.body.substr(begins, page.body.find('>', begins) - begins);
            return input.find(" required") != std::string::npos;
        };

        CHECK(contains(in.site.get(decision_form, in.leader), "kan inte döljas där"));
        CHECK_FALSE(contains(seat_form, "kan inte döljas där"));
        CHECK(contains(seat_form, "tidigare rättelser"));
        CHECK(is_asked_for(seat_form, "oppnar"));
        CHECK_FALSE(is_asked_for(step_form, "oppnar"));
    });
}

TEST_CASE("a reservation is corrected like the decision's other words") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        REQUIRE(in.corrects(decision_form, {{"reservation", "Vi <b>yrkar</b> avslag."},
                                               {"andringsskal", "Den saknades"}, {"ord", "rätta"}})
                    .status == 303);
        const auto page = in.site.get(process + "/beslut/1");
        CHECK(contains(page, "Reservation"));
        CHECK(contains(page, "avslag"));
        CHECK_FALSE(contains(page, "<b>yrkar"));
    });
}

namespace {

const std::string version = process + "/dokument/RUS/version/1";

/// What a word processor's file says, its formatting aside.
std::string words_in(const std::string& bytes) {
    const auto reading = office::read(bytes);
    REQUIRE(reading);
    return office::markdown_of(reading->blocks, "");
}

std::size_t times_in(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

void correct_print(const Decided& in, const std::string& words, const std::string& why) {
    REQUIRE(in.corrects(desk + "/texter/RUS/version/1/rattelse/RUS-1-p2",
                  {{"text", words}, {"andringsskal", why}, {"ord", "rätta"}})
                .status == 303);
}

}  // namespace

TEST_CASE("a version that leaves as a file says what has been corrected in it, in every format") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        for (const auto* file : {"/text.docx", "/text.odt"})
            CHECK(words_in(in.site.get(version + file).body).find("Rättelse") == std::string::npos);
        CHECK_FALSE(contains(in.site.get(version + "/fil/html"), "Rättelse"));
        correct_print(in, "Avstånden är mycket långa & <få>.", "Ett ord föll bort");

        for (const auto* file : {"/text.docx", "/text.odt"}) {
            CAPTURE(file);
            const auto text = words_in(in.site.get(version + file).body);
            CAPTURE(text);
            CHECK(text.find("Tryckfel rättas bredvid") != std::string::npos);
            CHECK(text.find("Rättelse R-1") != std::string::npos);
            CHECK(text.find("Det stod:") != std::string::npos);
            CHECK(text.find("mycket långa") != std::string::npos);
            CHECK(text.find("Varför: Ett ord föll bort") != std::string::npos);
            CHECK(times_in(text, "Avstånden är långa.") == 2);  // as it was frozen, and as what stood
        }
        const auto page = in.site.get(version + "/fil/html");
        CHECK(page.status == 200);
        CHECK(contains(page, "Rättelse R-1"));
        CHECK(contains(page, "mycket långa &amp; &lt;få&gt;."));
        CHECK(contains(in.site.get(version), "som den frystes, utan rättelser"));
    });
}

TEST_CASE("a paragraph that was corrected twice has both corrections in the file, the oldest first") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        correct_print(in, "Avstånden är stora.", "Fel ord");
        correct_print(in, "Avstånden är mycket stora.", "Ännu ett ord");
        const auto text = words_in(in.site.get(version + "/text.docx").body);

        CHECK(text.find("Rättelse R-1") < text.find("Rättelse R-2"));
        CHECK(times_in(text, "Rättelse R-1") == 1);
        CHECK(times_in(text, "Rättelse R-2") == 1);
    });
}

TEST_CASE("a comparison as a file says what has been corrected in either version, and marks no word for it") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        correct_print(in, "Avstånden är stora.", "Fel ord");
        (void)in.at.freezes(Version::Kind::proposal, "Nästa");
        for (const auto* file : {".docx", ".odt"}) {
            const auto text = words_in(in.site.get(process + "/dokument/RUS/jamfor" + file).body);
            CAPTURE(text);
            CHECK(text.find("Version 1") != std::string::npos);
            CHECK(text.find("Rättelse R-1") != std::string::npos);
        }
    });
}

TEST_CASE("the consultation report says what has been corrected, on its pages and in its files") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto part = process + "/samradsredogorelse/del/rattelser";
        CHECK(contains(in.site.get(part), "Inget som har publicerats har rättats."));
        REQUIRE(in.corrects(decision_form, another_case).status == 303);
        correct_print(in, "Avstånden är stora.", "Fel ord");

        CHECK(contains(in.site.get(part), "Det stod: RS/77/2026."));
        CHECK(contains(in.site.get(part), "Rättelse R-1: Beslut B-1, Diarienummer"));
        const auto text = words_in(in.site.get(process + "/samradsredogorelse/docx").body);
        CHECK(text.find("Rättelse R-1: Beslut B-1, Diarienummer") != std::string::npos);
        CHECK(text.find("Rättelse R-2: RUS-1-p2, version 1") != std::string::npos);
    });
}

TEST_CASE("a file shows nothing of what a correction withholds") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto seat = in.at.does([&](auto& act) {
            return app::add_seat(act, in.at.assembly, {{}, "Ordförande SECRETNAME", "Regionen", today, {}});
        });
        const auto form =
            fmt::format("{}/webbplats/organisation/fullmaktige/platser/{}/rattelse", desk, seat.id.value);
        auto fields = in.form(form, {{"roll", "Ordförande"}, {"andringsskal", "Ett namn"}, {"ord", "rätta"}});
        fields.emplace_back("visas-inte", "ja");
        REQUIRE(in.site.post(form, in.leader, fields).status == 303);
        const auto text = words_in(in.site.get(process + "/samradsredogorelse/odt").body);

        CHECK(text.find("SECRETNAME") == std::string::npos);
        CHECK(text.find("eftersom det innehöll personuppgifter") != std::string::npos);
        CHECK(text.find("Rätt är: Ordförande") != std::string::npos);
    });
}

TEST_CASE("a version is given out as a page and as PDF by its number alone") {
    on_each_database([](TestDatabase& database) {
        const Decided in{database};
        const auto page = in.site.get(version + "/fil/html");
        CHECK(header(page, "Content-Disposition") == "attachment; filename=\"RUS-1.html\"");
        CHECK(page.body.ends_with("</html>\n"));
        for (const auto* wrong :
            {"/version/1/fil/docx", "/version/1/fil/exe", "/version/2/fil/html", "/version/9/fil/pdf"})
            CHECK(in.site.get(process + "/dokument/RUS" + wrong).status == 404);
        const auto pdf = in.site.get(version + "/fil/pdf");
        const bool is_made = pdf.status == 200 && pdf.body.starts_with("%PDF");
        const bool is_said = pdf.status == 503 && contains(pdf, "weasyprint");
        CHECK((is_made || is_said));
    });
}
