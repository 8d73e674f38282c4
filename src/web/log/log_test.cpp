#include "openlog/audit.hpp"
#include "openlog/receipt.hpp"
#include "support/pages.hpp"

using namespace example;

namespace {

std::string header(const web::Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

bool holds(const web::Response& response, const std::string& words) {
    return response.body.find(words) != std::string::npos;
}

/// A person's own receipt file, as it is downloaded.
std::string receipt_of(House& house, const Furnished& furnished) {
    return house.get("/processer/rus-2050/kvittens/" + furnished.code + "/kvitto.txt").body;
}

web::Response check_file(House& house, const std::string& bytes) {
    auto request = house.request(web::http::Method::post, "/kontrollera");
    request.uploads.push_back({"fil", "kvitto.txt", bytes});
    return house.answer(request);
}

/// The log as somebody reads it who has nothing but the site's address.
openlog::Fetch over_the_web(House& house) {
    return [&house](const std::string& path) -> std::optional<std::string> {
        const auto response = house.get("/logg/" + path);
        return response.status == 200 ? std::optional{response.body} : std::nullopt;
    };
}

}  // namespace

TEST_CASE("the log that is served holds for an auditor who reads it over the web") {
    on_each_database([](Home& home) {
        House house{home};
        furnish(house, "lugn");

        const auto report = openlog::audit(over_the_web(house), {{house.log.key.verifier()}, {}, {}, {}});

        REQUIRE(report);
        CHECK(report->holds());
        CHECK(report->types.at("inspel.received") == 3);
        CHECK(report->types.contains("log.opened"));
    });
}

TEST_CASE("every text version in the log is the document that is served, and cites what it goes back to") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        furnish(house, "lugn");
        const openlog::Fetch documents = [&](const std::string& path) -> std::optional<std::string> {
            const auto response = house.get(path);
            return response.status == 200 ? std::optional{response.body} : std::nullopt;
        };

        const auto report =
            openlog::audit(over_the_web(house), {{house.log.key.verifier()}, {}, documents, {}});

        REQUIRE(report);
        CHECK(report->holds());
        CHECK(report->types.at("text.version") >= 4);
        CHECK(report->types.at("decision") == 1);
    });
}

TEST_CASE("the checkpoint is kept for a moment and what it speaks of for ever") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");

        const auto checkpoint = house.get("/logg/checkpoint");
        const auto tile = house.get("/logg/tile/" + furnished.entries);

        CHECK(checkpoint.content_type == "text/plain; charset=utf-8");
        CHECK(header(checkpoint, "Cache-Control") == "max-age=2");
        CHECK(tile.content_type == "application/octet-stream");
        CHECK(header(tile, "Cache-Control") == "max-age=31536000, immutable");
    });
}

TEST_CASE("no address below the log leads to another file than the log's") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        furnish(house, "lugn");
        for (const auto* path : {"lock", "tile/../checkpoint", "tile/../../secret", "tile//0/000", "tile/0/0",
                 "tile/0/000.p/0", "tile/entries/..", "tile/64/000"}) {
            CAPTURE(path);
            CHECK(house.get(std::string{"/logg/"} + path).status == 404);
        }
        CHECK(house.get("/logg/checkpoint/").status == 308);
    });
}

TEST_CASE("the page of the log tells what was done in plain words, newest first, and of one process alone") {
    on_each_database([](Home& home) {
        House house{home};
        furnish(house, "lugn");

        const auto all = house.get("/logg");
        const auto other = house.get("/processer/annan/logg");

        CHECK(holds(all, "Ett inspel kom in."));
        CHECK(holds(house.get("/logg", "", {{"fore", "5"}}), "Den öppna loggen började."));
        CHECK(all.body.find("Texten skrevs") < all.body.find("Ett inspel kom in."));
        CHECK(holds(other, "Processen öppnades."));
        CHECK_FALSE(holds(other, "Ett inspel kom in."));
    });
}

TEST_CASE("the page of the log can be turned back to the first entry") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        for (int i = 0; i < 60; ++i) settle(home, "process-" + std::to_string(i));

        CHECK_FALSE(holds(house.get("/logg"), "Den öppna loggen började."));
        CHECK(holds(house.get("/logg"), "?fore="));
        CHECK(holds(house.get("/logg", "", {{"fore", "10"}}), "Den öppna loggen började."));
        CHECK_FALSE(holds(house.get("/logg", "", {{"fore", "10"}}), "händelse 10<"));
    });
}

TEST_CASE("a receipt's file proves which words were received, also to who does not trust the server") {
    on_each_database([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");

        const auto file = receipt_of(house, furnished);
        const auto report = openlog::check_receipt(file, {house.log.key.verifier()}, {});

        REQUIRE(report);
        CHECK(report->entry.type == "inspel.received");
        REQUIRE(report->opened.size() == 3);
        CHECK(report->opened[1].value == "lugn\n\nEn fråga till");
        CHECK(file.find("Det här skrev du:\n    lugn") != file.npos);
    });
}

TEST_CASE("words that look like a proof do not stand in a receipt's way") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "c2sp.org/tlog-proof@v1\nindex 0");

        CHECK(openlog::check_receipt(receipt_of(house, furnished), {house.log.key.verifier()}, {}));
    });
}

TEST_CASE("a receipt that holds is explained, with the words that were received") {
    on_each_database([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");

        const auto response = check_file(house, receipt_of(house, furnished));

        CHECK(response.status == 200);
        CHECK(holds(response, "Kvittot håller."));
        CHECK(holds(response, "Just det här togs emot"));
        CHECK(holds(response, "Det här bevisar den inte"));
        CHECK(header(response, "Cache-Control") == "no-store");
    });
}

TEST_CASE(
    "a receipt with a changed letter, another file and nothing at all prove nothing, and it is said why") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");
        auto changed = receipt_of(house, furnished);
        const auto at = changed.rfind("\n— ") - 20;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';

        for (const auto& bytes : {changed, std::string{"hej"}, std::string(100'000, 'x'), std::string{}}) {
            const auto response = check_file(house, bytes);
            CHECK(response.status == 422);
            CHECK_FALSE(holds(response, "Kvittot håller."));
        }
    });
}

TEST_CASE("a code finds its entry, the log's own or the sender's, however it is typed") {
    on_each_database([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");
        const auto file = receipt_of(house, furnished);
        const auto mark = std::string{"Kod i den öppna loggen: "};
        const auto in_log = file.substr(file.find(mark) + mark.size(), 24);

        for (const auto& code : {in_log, text::lower(in_log), furnished.code}) {
            CAPTURE(code);
            const auto response = house.post("/kontrollera", "", {{"kod", code}});
            CHECK(response.status == 200);
            CHECK(holds(response, "Ett inspel kom in."));
        }
        CHECK(house.post("/kontrollera", "", {{"kod", "0000-0000-0000-0000-0000"}}).status == 422);
    });
}

TEST_CASE("the receipt's page says where the proof is, and before it is signed that it soon will be") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        Furnished furnished;
        detail::furnish_desk(house, "lugn", furnished);
        const auto address = "/processer/rus-2050/kvittens/" + furnished.code;
        CHECK(holds(house.get(address), "Inom en minut är loggen underskriven"));
        CHECK(house.get(address + "/kvitto.txt").status == 404);

        house.publish_log();

        CHECK(holds(house.get(address), "kvitto.txt"));
        CHECK(holds(house.get(address), "Fingeravtrycket"));
    });
}

TEST_CASE("the leader erases an inspel by a decision, and it is gone from the site but not from the log") {
    on_each_database([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "Zebrafinken");
        const auto leader = house.session(Role::process_leader, house.world.revision);
        const auto bench = "/processer/rus-2050/handlaggning/inspel/" + std::to_string(furnished.published);
        const web::http::Fields form{
            {"niva", "destroyed"}, {"rattsgrund", "retention"}, {"beslut", "RUN/1/2026"}};
        CHECK(holds(house.get(bench, leader), "Gallra innehållet"));
        CHECK(house.post(bench + "/gallring", leader, {{"niva", "destroyed"}}).status == 422);

        CHECK(house.post(bench + "/gallring", leader, form).status == 303);

        const auto number = std::to_string(furnished.published);
        CHECK(house.get("/processer/rus-2050/inspel/" + number).status == 404);
        CHECK(holds(house.get(bench, leader), "Innehållet är gallrat."));
        CHECK_FALSE(holds(house.get(bench, leader), "Gallra innehållet"));
        CHECK(holds(house.get("/processer/rus-2050/kvittens/" + furnished.code), "Innehållet har gallrats"));
        CHECK(holds(house.get("/logg"), "Innehållet i ett inspel gallrades."));
    });
}

TEST_CASE("a handler may not erase, and sees no form for it") {
    detail::on_sqlite([](Home& home) {
        House house{home};
        const auto furnished = furnish(house, "lugn");
        const auto handler = house.session(Role::handler, house.world.revision);
        const auto bench = "/processer/rus-2050/handlaggning/inspel/" + std::to_string(furnished.published);

        CHECK_FALSE(holds(house.get(bench, handler), "Gallra innehållet"));
        CHECK(house.post(bench + "/gallring", handler, {{"niva", "destroyed"}}).status == 403);
    });
}
