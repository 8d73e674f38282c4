#include "support/pages.hpp"

#include "base/archive/zip.hpp"
#include "engine/office/read.hpp"
#include "store/inspel/amendment_store.hpp"
#include "support/office_files.hpp"
#include "support/text_site.hpp"

using namespace example;
using web::http::Method;

TEST_CASE("from the inspel one walks to the words it changed, and from the words back to the inspel") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto inspel = at.read("/inspel/1");
        CHECK(contains(inspel, "Det här ändrade det i RUS-p1"));
        CHECK(contains(inspel, "<del>"));
        const auto paragraph = at.read("/stycke/RUS-p1");
        CHECK(contains(paragraph, process + "/inspel/1#s1"));
        const auto change = at.read("/andringar/1");
        CHECK(contains(change, process + "/inspel/1#s1"));
        CHECK(contains(change, process + "/stycke/RUS-p1"));
    });
}

TEST_CASE("from every stop between inspel and decision there is a way to all the others") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        for (const auto* page : {"/inspel", "/inspel/1", "/remiss", "/dokument", "/dokument/RUS",
                 "/stycke/RUS-p1", "/andringar/1", "/dokument/RUS/jamfor", "/vad-andrades",
                 "/samradsredogorelse", "/beslut", "/beslut/1"})
            for (const auto* way :
                {"/inspel", "/remiss", "/dokument", "/vad-andrades", "/samradsredogorelse", "/beslut"}) {
                CAPTURE(page);
                CAPTURE(way);
                CHECK(contains(at.read(page), "<li><a href=\"" + process + way + "\""));
            }
    });
}

TEST_CASE("from a receipt one walks to the changed words and the decision, and from those on") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        for (const auto& page : {at.read("/kvittens/" + at.content.code), at.read("/inspel/1")}) {
            CHECK(contains(page, process + "/andringar/1\">Ä-1</a> (RUS-p1)"));
            CHECK(contains(page, process + "/beslut/1\">B-1</a>"));
        }
        CHECK(contains(at.read("/andringar/1"), process + "/beslut/1\">Beslut B-1"));
        CHECK(contains(at.read("/stycke/RUS-p1"), process + "/beslut/1\">Beslut B-1"));
        CHECK(contains(at.read("/dokument/RUS/version/2"), process + "/beslut/1\">Beslut B-1"));
        CHECK(contains(at.read("/beslut/1"), process + "/dokument/RUS/jamfor"));
    });
}

TEST_CASE("a paragraph is called by its heading and its number there, and keeps its code next to it") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        for (const auto* page : {"/stycke/RUS-p1", "/andringar/1"})
            CHECK(contains(at.read(page), "lugn, stycke 1<"));
        CHECK(contains(at.read("/stycke/RUS-p1"), "<p class=\"kicker\">RUS-p1</p>"));
        CHECK(contains(at.read("/dokument/RUS/jamfor"), ">Stycke 1</a>, ändrat"));
        CHECK(contains(at.site.get(desk + "/texter/RUS/RUS-p1", at.session), "lugn, stycke 1</h1>"));
    });
}

TEST_CASE(
    "the way about in a long text stands before it, and the comparison leads to each heading that differs") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto page = at.read("/dokument/RUS").body;
        CHECK(page.find("id=\"innehall-forst\"") < page.find("id=\"RUS-p1\""));
        CHECK(page.find("href=\"#innehall-forst\"") != page.npos);
        CHECK(contains(at.read("/dokument/RUS/jamfor"),
            "<a href=\"" + process +
                "/dokument/RUS/jamfor?fran=1&amp;till=2&amp;sida=1#d-RUS-p1\">lugn</a>"));
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "href=\"#innehall-forst\""));
    });
}

TEST_CASE("a version is read at its address for ever, and a draft is not") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        CHECK(contains(at.read("/dokument/RUS/version/1"), "Före lugn"));
        CHECK(contains(at.read("/dokument/RUS/version/2"), "Efter lugn"));
        CHECK(at.read("/dokument/RUS/version/3").status == 404);
        CHECK(contains(at.read("/dokument/RUS"), "Efter lugn"));
        CHECK(contains(at.read("/dokument/RUS/version/1/text.md"), "[RUS-p1] Före lugn"));
    });
}

TEST_CASE("a version, and two of them with the changes marked, come as files for word processors") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto text_of = [&](const std::string& below, const web::http::Fields& query) {
            const auto reading = office::read(at.site.get(process + "/dokument/RUS" + below, "", query).body);
            REQUIRE(reading);
            return office::markdown_of(reading->blocks, "");
        };
        for (const auto* format : {"docx", "odt"}) {
            CAPTURE(format);
            CHECK(
                text_of("/version/1/text." + std::string{format}, {}).find("Före lugn") != std::string::npos);
            // A reader accepts the changes.
            CHECK(text_of("/jamfor." + std::string{format}, {{"fran", "1"}, {"till", "2"}}) ==
                  text_of("/version/2/text." + std::string{format}, {}));
        }
        const auto marked = at.site.get(process + "/dokument/RUS/jamfor.docx", "", {}).body;
        for (const auto& entry : zip::directory(marked)) {
            if (entry.name != "word/document.xml") continue;
            const auto text = zip::content(marked, entry).value_or("");
            for (const auto* part : {">Före</w:delText>", "<w:ins w:id=\"", "w:author=\"\" w:date=\"20"})
                CHECK(text.find(part) != std::string::npos);
        }
        CHECK(at.read("/dokument/RUS/version/3/text.docx").status == 404);
        CHECK(at.read("/dokument/RUS/version/9/text.odt").status == 404);
    });
}

TEST_CASE("what is changed in the draft is not shown before the next version is frozen") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        REQUIRE(at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                                  {"text", "Hemligt än."}, {"skal", "Bättre ord."}})
                    .status == 303);
        CHECK(at.read("/andringar/2").status == 404);
        CHECK_FALSE(contains(at.read("/stycke/RUS-p1"), "Hemligt"));
        REQUIRE(
            at.post("/texter/RUS/frysning", {{"slag", "referral"}, {"titel", "Ny"}, {"ord", "lås"}}).status ==
            303);
        CHECK(contains(at.read("/andringar/2"), "Hemligt"));
    });
}

TEST_CASE("the comparison says each difference in words that are heard, and counts every paragraph once") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto page = at.read("/dokument/RUS/jamfor");
        CHECK(contains(page, "<span class=\"vh\">Borttaget: </span>Före"));
        CHECK(contains(page, "<span class=\"vh\">Tillagt: </span>Efter"));
        CHECK(contains(page, "1</dd>"));
        CHECK(contains(
            at.site.get(process + "/dokument/RUS/jamfor", "", {{"fran", "1"}, {"till", "1"}}), "0</dd>"));
    });
}
