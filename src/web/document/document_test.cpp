#include "support/pages.hpp"

#include "base/archive/zip.hpp"
#include "engine/office/read.hpp"
#include "store/inspel/amendment_store.hpp"
#include "support/office_files.hpp"

using namespace example;
using web::http::Method;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

/// The content text, and an editor at it.
struct Text {
    TestSite site;
    SiteContent content;
    std::string session;

    explicit Text(TestDatabase& database) : site{database} {
        content = fill(site, "lugn");
        session = site.session(Role::process_leader, site.world.revision);
    }
    web::Response read(const std::string& below) const { return site.get(process + below); }
    web::Response post(const std::string& below, const web::http::Fields& form) const {
        return site.post(desk + below, session, form);
    }
    std::string seen(const std::string& node) const {
        for (const auto& [name, value] : fields_in(site.get(desk + "/texter/RUS/" + node, session).body))
            if (name == "sett") return value;
        return {};
    }
};

}  // namespace

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

TEST_CASE("a change without grounds is refused with all that was typed, and a wrong reference is named") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto again = at.post(
            "/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")}, {"text", "Mina nya ord."}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Mina nya ord."));
        const auto wrong =
            at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                              {"text", "Mina nya ord."}, {"synpunkter", "I-1.1 I-99.3"}});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "Det finns inget I-99.3"));
        CHECK(at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                                {"text", "Mina nya ord."}, {"synpunkter", "I-1.2"}})
                  .status == 303);
    });
}

TEST_CASE("a preview shows the words as they will look and saves nothing") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto page = at.post("/texter/RUS/RUS-p1",
            {{"gor", "visa"}, {"sett", at.seen("RUS-p1")}, {"text", "Ett **viktigt** ord."}});
        CHECK(page.status == 200);
        CHECK(contains(page, "<strong>viktigt</strong>"));
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "Efter lugn"));
    });
}

TEST_CASE("two editors of the same words: the second is told, and keeps what they wrote") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto seen = at.seen("RUS-p1");
        REQUIRE(at.post("/texter/RUS/RUS-p1",
                      {{"gor", "spara"}, {"sett", seen}, {"text", "Deras ord."}, {"skal", "x"}})
                    .status == 303);
        const auto conflict = at.post(
            "/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", seen}, {"text", "Mina ord."}, {"skal", "y"}});
        CHECK(conflict.status == 409);
        CHECK(contains(conflict, "Mina ord."));
        CHECK(contains(conflict, "Deras ord."));
    });
}

TEST_CASE("a text is begun from Markdown, or refused with the lines that are wrong") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        CHECK(at.post("/texter", {{"titel", "Program"}, {"kod", "PSS"}, {"under", "RUS"},
                                     {"text", "# Program\n\nEtt ord.\n"}})
                  .status == 303);
        const auto wrong =
            at.post("/texter", {{"titel", "Plan"}, {"kod", "PLAN"}, {"text", "Ord utan rubrik.\n"}});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "Rad 1"));
        CHECK(contains(wrong, "Ord utan rubrik."));
    });
}

namespace {

web::Response send_file(
    const Text& at, const std::string& below, const std::string& bytes, const web::http::Fields& form = {}) {
    auto request = at.site.request(Method::post, desk + below, at.session);
    request.form.insert(request.form.end(), form.begin(), form.end());
    request.uploads.push_back({"fil", "plan.docx", bytes});
    return at.site.answer(request);
}

}  // namespace

TEST_CASE("a text is begun from a DOCX, and a hostile one is refused in a sentence and kept nowhere") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const web::http::Fields form{{"titel", "Program"}, {"kod", "PSS"}};
        const auto refused = send_file(at, "/texter", office_file::docx("<w:p>"), form);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Filen är trasig"));
        CHECK_FALSE(store::document_named(*database.db, at.site.world.revision.id, "PSS"));
        const auto file = office_file::docx(office_file::styled("Title", "Program") +
                                            office_file::styled("Rubrik1", "Vision") +
                                            office_file::paragraph("Länet växer."));
        CHECK(send_file(at, "/texter", file, form).status == 303);
        CHECK(contains(at.site.get(desk + "/texter/PSS", at.session), "Länet växer."));
    });
}

TEST_CASE("what is not read from a file is said when a text is begun, and before a new edition is read in") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto file =
            office_file::docx(office_file::styled("Title", "Program") +
                              office_file::in_paragraph(
                                  office_file::run("Synligt.") + office_file::run("<w:vanish/>", "DOLT")));
        const auto begun = send_file(at, "/texter", file, {{"titel", "Program"}, {"kod", "PSS"}});
        CHECK(begun.status == 303);
        std::string address;
        for (const auto& [name, value] : begun.headers)
            if (name == "Location") address = value;
        CHECK(address.ends_with("/texter/PSS?utelamnat=hidden.1"));
        const auto page =
            at.site.get(desk + "/texter/PSS", at.session, {{"utelamnat", "hidden.1.picture.2.x.3"}});
        CHECK(contains(page, "1 dolt textavsnitt tas inte med."));
        CHECK(contains(page, "2 bilder tas inte med."));
        const auto again = send_file(at, "/texter/PSS/inlasning", file);
        CHECK(contains(again, "1 dolt textavsnitt tas inte med."));
        CHECK_FALSE(contains(again, "DOLT"));
    });
}

TEST_CASE("a new edition is first shown as what it would change, and then read in with a reason") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto shown = send_file(at, "/texter/RUS/inlasning", "# Länet\n\nEfter lugn och ro\n");
        CHECK(shown.status == 200);
        CHECK(contains(shown, "Det här skulle ändras"));
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "Efter lugn<"));
        auto form = fields_in(shown.body);
        form.emplace_back("gor", "las-in");
        CHECK(at.post("/texter/RUS/inlasning", form).status == 422);
        for (auto& [name, value] : form)
            if (name == "skal") value = "Efter språkgranskning.";
        CHECK(at.post("/texter/RUS/inlasning", form).status == 303);
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "Efter lugn och ro"));
    });
}

TEST_CASE("a viewer sees no draft") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto viewer = at.site.session(Role::viewer, at.site.world.revision);
        CHECK(at.site.get(desk + "/texter/RUS", viewer).status == 403);
    });
}

namespace {

/// Sends other words for the paragraph through the form, and has them published. Returns the inspel's number.
int propose(const Text& at, const std::string& words) {
    const auto number = store::next_number(*at.site.database.db, at.site.world.revision.id);
    auto form =
        fields_in(at.site.get(process + "/inspel/nytt", "", {{"galler", "RUS-p1"}, {"forslag", "ja"}}).body);
    for (auto& [name, value] : form) {
        if (name == "forslag") value = words;
        if (name == "text") value = "Det blir tydligare.";
    }
    REQUIRE(at.site.post(process + "/inspel", "", form).status == 303);
    REQUIRE(at.post("/inspel/" + std::to_string(number) + "/publicering", {}).status == 303);
    return number;
}

/// Presses the button that takes the proposal of that inspel in.
web::Response accept(const Text& at, int number) {
    const auto proposal = store::amendments_about(*at.site.database.db,
        store::node_named(*at.site.database.db, at.site.world.revision.id, "RUS-p1")->node.id);
    for (const auto& one : proposal)
        if (one.number == number)
            return at.post("/texter/RUS/RUS-p1",
                {{"gor", "spara"}, {"sett", std::to_string(one.amendment.instead_of.value)},
                    {"text", one.amendment.text}, {"synpunkter", "I-" + std::to_string(number)}});
    return {};
}

}  // namespace

TEST_CASE("anybody proposes other words, everybody sees the difference, and taking it in links the change") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto first = propose(at, "Efter lugn och ro");
        CHECK(contains(
            at.read("/inspel/" + std::to_string(first)), "<ins><span class=\"vh\">Tillagt: </span> och ro"));
        CHECK(contains(at.read("/stycke/RUS-p1"), "Inte infört ännu"));
        CHECK(accept(at, first).status == 303);
        REQUIRE(
            at.post("/texter/RUS/frysning", {{"slag", "referral"}, {"titel", "Ny"}, {"ord", "lås"}}).status ==
            303);
        CHECK(contains(at.read("/stycke/RUS-p1"), "Infört: orden finns i version 3"));
        CHECK(contains(at.read("/andringar/2"), process + "/inspel/" + std::to_string(first)));
    });
}

TEST_CASE(
    "two proposals that do not meet are both taken in, in either order; two that do are shown side by side") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto first = propose(at, "Strax efter lugn");
        const auto second = propose(at, "Efter lugn, alltid");
        const auto third = propose(at, "Före lugn");
        CHECK(accept(at, second).status == 303);
        CHECK(accept(at, first).status == 303);
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "Strax efter lugn, alltid"));
        const auto collision = accept(at, third);
        CHECK(collision.status == 409);
        CHECK(contains(collision, "Du skrev"));
    });
}

TEST_CASE("a proposal of the same words, or instead of words that nobody has read, is refused") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        REQUIRE(at.post("/texter/RUS/RUS-p1",
                      {{"gor", "spara"}, {"sett", at.seen("RUS-p1")}, {"text", "Hemligt än."}, {"skal", "x"}})
                    .status == 303);
        auto form = fields_in(
            at.site.get(process + "/inspel/nytt", "", {{"galler", "RUS-p1"}, {"forslag", "ja"}}).body);
        for (auto& [name, value] : form)
            if (name == "text") value = "Skäl.";
        CHECK(at.site.post(process + "/inspel", "", form).status == 422);  // the words that stand there
        for (auto& [name, value] : form) {
            if (name == "forslag") value = "Annat.";
            if (name == "i-stallet-for") value = at.seen("RUS-p1");  // the draft's own revision
        }
        const auto refused = at.site.post(process + "/inspel", "", form);
        CHECK(refused.status == 422);
        CHECK_FALSE(contains(refused, "Hemligt"));
    });
}
