#include "support/pages.hpp"

using namespace example;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning/remiss";

/// A site with a version frozen for referral, and an editor in it.
struct Office {
    TestSite site;
    Version version;
    std::string editor;

    explicit Office(TestDatabase& database)
        : site{database},
          version{frozen_for_referral(
              database, site.world.revision, {{}, {}, {}, "RUS", "Länet 2050"}, little_strategy)},
          editor{site.session(Role::editor, site.world.revision)} {}

    web::Response post(const std::string& below, web::http::Fields form) {
        return site.post(desk + below, editor, std::move(form));
    }
    web::Response upload(const std::string& below, web::http::Fields form, const web::http::Upload& file) {
        auto asked = site.request(web::http::Method::post, desk + below, editor);
        asked.form.insert(asked.form.end(), form.begin(), form.end());
        asked.uploads.push_back(file);
        return site.answer(asked);
    }
    void send_out() {
        REQUIRE(post("", {{"version", std::to_string(version.id.value)}, {"missiv", "Svara gärna."},
                             {"sista-dag", "2026-08-14"}, {"ord", "Skicka ut"}})
                    .status == 303);
    }
};

}  // namespace

TEST_CASE("an editor sends a version out with three months to answer, and not twice") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        CHECK(contains(office.site.get(desk, office.editor), "value=\"2026-08-14\""));
        const auto again = office.post("", {{"version", "999"}, {"missiv", ""}, {"sista-dag", "2026-08-14"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Skriv ordet skicka ut"));
        CHECK(office
                  .post("", {{"version", std::to_string(office.version.id.value)}, {"missiv", " "},
                                {"sista-dag", "2026-05-13"}})
                  .status == 422);
        office.send_out();
        const auto nothing_to_send = office.site.get(desk, office.editor);
        CHECK(contains(nothing_to_send, "Lås först en version"));
        CHECK(contains(nothing_to_send, "handlaggning/texter\">Texter</a>"));
        CHECK(contains(office.site.get("/processer/rus-2050/remiss"), "Svara gärna."));
    });
}

TEST_CASE("parties are asked one by one or from a table, all rows or none") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.send_out();
        CHECK(office.post("/1/parter", {{"namn", "Bergs kommun"}, {"slag", "municipality"}}).status == 303);
        CHECK(office.post("/1/parter", {{"namn", "Bergs kommun"}, {"slag", "municipality"}}).status == 422);
        const auto wrong = office.upload(
            "/1/parter/inlasning", {}, {"fil", "l.csv", "namn,slag\nSamebyn,sami\nSlottet,kung\n"});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "rad 3, slag"));
        CHECK_FALSE(contains(office.site.get(desk + "/1", office.editor), "Samebyn"));
        CHECK(
            office.upload("/1/parter/inlasning", {}, {"fil", "l.csv", "namn,slag\nSamebyn,sami\n"}).status ==
            303);
        CHECK(contains(office.site.get(desk + "/1", office.editor), "Samebyn"));
    });
}

TEST_CASE("the register shows who has not answered, and who has been reminded") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.send_out();
        for (const auto* name : {"Bergs kommun", "Samebyn"})
            office.post("/1/parter", {{"namn", name}, {"slag", "other"}, {"adress", "a@example.org"}});
        CHECK(contains(
            office.site.get(desk + "/1/parter/2", office.editor), "mailto:a%40example.org?subject="));
        CHECK(office.post("/1/parter/1/avstar", {}).status == 303);
        CHECK(office.post("/1/parter/2/paminnelse", {}).status == 303);
        const auto missing = office.site.get(desk + "/1", office.editor, {{"visa", "obesvarade"}});
        CHECK_FALSE(contains(missing, ">Bergs kommun<"));
        CHECK(contains(missing, ">Samebyn<"));
        CHECK(contains(missing, "14 maj"));
        CHECK(office.post("/1/parter/1/paminnelse", {}).status == 409);
    });
}

TEST_CASE("a letter is registered with file and number, and stands on the bench to be split and answered") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.send_out();
        office.post("/1/parter", {{"namn", "Bergs kommun"}, {"slag", "municipality"}});
        const web::http::Fields letter{{"part", "1"}, {"kanal", "paper"}, {"mottaget", "2026-05-12"},
            {"diarienummer", "RS 2026-117"}, {"stallning", "tillstyrker"}, {"text", ""}};
        const auto wrong = office.upload("/1/svar", letter, {"fil", "svar.doc", "inte ett dokument"});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "RS 2026-117"));
        REQUIRE(office.upload("/1/svar", letter, {"fil", "svar.pdf", "%PDF-1.7"}).status == 303);

        const auto bench = "/processer/rus-2050/handlaggning/inspel/1";
        const auto shown = office.site.get(bench, office.editor);
        for (const auto* words :
            {"Bergs kommun", "RS 2026-117", "svar.pdf", "Svaret kom som brev", "12 maj 2026"})
            CHECK(contains(shown, words));
        CHECK_FALSE(contains(shown, "00.00"));  // at which hour nobody knows
        CHECK(
            office.site.post(bench + std::string{"/diarienummer"}, office.editor, {{"diarienummer", "RS 2"}})
                .status == 303);
        CHECK(contains(office.site.get(bench, office.editor), "value=\"RS 2\""));
    });
}

TEST_CASE("a letter's day must be one, and must have been") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.send_out();
        for (const auto* day : {"", "i går", "2026-05-15"})
            CHECK(office
                      .post("/1/svar", {{"kanal", "paper"}, {"mottaget", day}, {"stallning", "tillstyrker"},
                                           {"text", "Hej."}, {"vem", "other"}})
                      .status == 422);
        CHECK(office
                  .post("/1/svar", {{"kanal", "paper"}, {"mottaget", "2026-05-14"},
                                       {"stallning", "tillstyrker"}, {"text", "Hej."}, {"vem", "other"}})
                  .status == 303);
    });
}

TEST_CASE("a letter that came after the last day is registered, and marked as late") {
    on_each_database([](TestDatabase& database) {
        Office office{database};
        office.send_out();
        for (const auto* name : {"I tid", "Efter"})
            office.post("/1/parter", {{"namn", name}, {"slag", "other"}});
        database.now += 24h * 100;  // long after any session has ended
        office.editor = office.site.session(Role::process_leader, office.site.world.revision);
        const auto register_on = [&](const char* party, const char* day) {
            return office.post("/1/svar", {{"part", party}, {"kanal", "email"}, {"mottaget", day},
                                              {"stallning", "avstyrker"}, {"text", "Nej."}});
        };
        REQUIRE(register_on("1", "2026-08-14").status == 303);
        CHECK_FALSE(contains(office.site.get(desk + "/1", office.editor), "Kom för sent"));
        REQUIRE(register_on("2", "2026-08-15").status == 303);
        CHECK(contains(office.site.get(desk + "/1", office.editor), "Kom för sent"));
    });
}
