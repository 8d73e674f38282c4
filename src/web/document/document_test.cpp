#include "support/pages.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";

bool says(const web::Response& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

/// The furnished text, and an editor at it.
struct Text {
    House house;
    Furnished furnished;
    std::string session;

    explicit Text(Home& home) : house{home} {
        furnished = furnish(house, "lugn");
        session = house.session(Role::process_leader, house.world.revision);
    }
    web::Response read(const std::string& below) const { return house.get(process + below); }
    web::Response post(const std::string& below, const web::http::Fields& form) const {
        return house.post(desk + below, session, form);
    }
    std::string seen(const std::string& node) const {
        for (const auto& [name, value] : fields_in(house.get(desk + "/texter/RUS/" + node, session).body))
            if (name == "sett") return value;
        return {};
    }
};

}  // namespace

TEST_CASE("from the inspel one walks to the words it changed, and from the words back to the inspel") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto inspel = at.read("/inspel/1");
        CHECK(says(inspel, "Det här ändrade det i RUS-p1"));
        CHECK(says(inspel, "<del>"));
        const auto paragraph = at.read("/stycke/RUS-p1");
        CHECK(says(paragraph, process + "/inspel/1#s1"));
        const auto change = at.read("/andringar/1");
        CHECK(says(change, process + "/inspel/1#s1"));
        CHECK(says(change, process + "/stycke/RUS-p1"));
    });
}

TEST_CASE("a version is read at its address for ever, and a draft is not") {
    on_each_database([](Home& home) {
        const Text at{home};
        CHECK(says(at.read("/dokument/RUS/version/1"), "Före lugn"));
        CHECK(says(at.read("/dokument/RUS/version/2"), "Efter lugn"));
        CHECK(at.read("/dokument/RUS/version/3").status == 404);
        CHECK(says(at.read("/dokument/RUS"), "Efter lugn"));
        CHECK(says(at.read("/dokument/RUS/version/1/text.md"), "[RUS-p1] Före lugn"));
    });
}

TEST_CASE("what is changed in the draft is not told before the next version is frozen") {
    on_each_database([](Home& home) {
        const Text at{home};
        REQUIRE(at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                                  {"text", "Hemligt än."}, {"skal", "Bättre ord."}})
                    .status == 303);
        CHECK(at.read("/andringar/2").status == 404);
        CHECK_FALSE(says(at.read("/stycke/RUS-p1"), "Hemligt"));
        REQUIRE(at.post("/texter/RUS/frysning", {{"slag", "adopted"}, {"titel", "Ny"}}).status == 303);
        CHECK(says(at.read("/andringar/2"), "Hemligt"));
    });
}

TEST_CASE("the comparison says each difference in words that are heard, and counts every paragraph once") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto page = at.read("/dokument/RUS/jamfor");
        CHECK(says(page, "<span class=\"vh\">Borttaget: </span>Före"));
        CHECK(says(page, "<span class=\"vh\">Tillagt: </span>Efter"));
        CHECK(says(page, "1</dd>"));
        CHECK(says(
            at.house.get(process + "/dokument/RUS/jamfor", "", {{"fran", "1"}, {"till", "1"}}), "0</dd>"));
    });
}

TEST_CASE("a change without grounds is refused with all that was typed, and a wrong reference is named") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto again = at.post(
            "/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")}, {"text", "Mina nya ord."}});
        CHECK(again.status == 422);
        CHECK(says(again, "Mina nya ord."));
        const auto wrong =
            at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                              {"text", "Mina nya ord."}, {"synpunkter", "I-1.1 I-99.3"}});
        CHECK(wrong.status == 422);
        CHECK(says(wrong, "Det finns inget I-99.3"));
        CHECK(at.post("/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", at.seen("RUS-p1")},
                                                {"text", "Mina nya ord."}, {"synpunkter", "I-1.2"}})
                  .status == 303);
    });
}

TEST_CASE("a preview shows the words as they will look and saves nothing") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto page = at.post("/texter/RUS/RUS-p1",
            {{"gor", "visa"}, {"sett", at.seen("RUS-p1")}, {"text", "Ett **viktigt** ord."}});
        CHECK(page.status == 200);
        CHECK(says(page, "<strong>viktigt</strong>"));
        CHECK(says(at.house.get(desk + "/texter/RUS", at.session), "Efter lugn"));
    });
}

TEST_CASE("two editors of the same words: the second is told, and keeps what they wrote") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto seen = at.seen("RUS-p1");
        REQUIRE(at.post("/texter/RUS/RUS-p1",
                      {{"gor", "spara"}, {"sett", seen}, {"text", "Deras ord."}, {"skal", "x"}})
                    .status == 303);
        const auto conflict = at.post(
            "/texter/RUS/RUS-p1", {{"gor", "spara"}, {"sett", seen}, {"text", "Mina ord."}, {"skal", "y"}});
        CHECK(conflict.status == 409);
        CHECK(says(conflict, "Mina ord."));
        CHECK(says(conflict, "Deras ord."));
    });
}

TEST_CASE("a text is begun from Markdown, or refused with the lines that are wrong") {
    on_each_database([](Home& home) {
        const Text at{home};
        CHECK(at.post("/texter", {{"titel", "Program"}, {"kod", "PSS"}, {"under", "RUS"},
                                     {"text", "# Program\n\nEtt ord.\n"}})
                  .status == 303);
        const auto wrong =
            at.post("/texter", {{"titel", "Plan"}, {"kod", "PLAN"}, {"text", "Ord utan rubrik.\n"}});
        CHECK(wrong.status == 422);
        CHECK(says(wrong, "Rad 1"));
        CHECK(says(wrong, "Ord utan rubrik."));
    });
}

TEST_CASE("a viewer sees no draft") {
    on_each_database([](Home& home) {
        const Text at{home};
        const auto viewer = at.house.session(Role::viewer, at.house.world.revision);
        CHECK(at.house.get(desk + "/texter/RUS", viewer).status == 403);
    });
}
