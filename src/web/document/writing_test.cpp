#include "support/pages.hpp"

#include "base/archive/zip.hpp"
#include "engine/office/read.hpp"
#include "store/inspel/amendment_store.hpp"
#include "support/office_files.hpp"
#include "support/text_site.hpp"

using namespace example;
using web::http::Method;

namespace {

web::Response send_file(
    const Text& at, const std::string& below, const std::string& bytes, const web::http::Fields& form = {}) {
    auto request = at.site.request(Method::post, desk + below, at.session);
    request.form.insert(request.form.end(), form.begin(), form.end());
    request.uploads.push_back({"fil", "plan.docx", bytes});
    return at.site.answer(request);
}

}  // namespace

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
