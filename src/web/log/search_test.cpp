#include "web/log/search.hpp"

#include "app/log/log_receipt.hpp"
#include "engine/openlog/vocabulary.hpp"
#include "support/pages.hpp"
#include "web/http/target.hpp"
#include "web/log/words.hpp"

using namespace example;

namespace {

/// The pages of the log with a search, as a reader sees them.
std::string searched(TestSite& site, web::http::Fields query, const std::string& page = "/logg") {
    auto body = site.get(page, "", std::move(query)).body;
    return body.substr(0, body.find("<figure"));  // what was found, without what is said of the whole log
}

}  // namespace

TEST_CASE("the log is searched by number, code, inspel, kind of act, process and day") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto inspel = store::inspel_numbered(*database.db, site.world.revision.id, content.published);
        const auto entry = *app::receipt_entry(*database.db, *inspel);
        const auto its_row = "id=\"post-" + std::to_string(entry.place) + "\"";
        const auto first_row = std::string{"id=\"post-0\""};
        const auto finds = [&](const web::http::Fields& query) {
            const auto page = searched(site, query);
            return page.find(its_row) != page.npos && page.find(first_row) == page.npos;
        };
        CHECK(finds({{"q", std::to_string(entry.place)}}));
        CHECK(finds({{"q", text::lower(app::code_of(entry))}}));
        CHECK(finds({{"q", "i-" + std::to_string(content.published)}}));
        CHECK(finds({{"q", "inspel/" + inspel->public_id}}));
        CHECK(finds({{"typ", "inspel"}}));
        CHECK(finds({{"process", "rus-2050"}}));
        CHECK_FALSE(finds({{"process", "annan"}}));
        CHECK_FALSE(finds({{"typ", "remiss"}}));
        CHECK_FALSE(finds({{"dag", "2001-01-01"}}));
        CHECK(searched(site, {{"typ", "logg"}}).find(first_row) != std::string::npos);
        for (const auto* nonsense : {"inspel/", "99999999", "%", "inspel/%", "i-0", "hej"}) {
            CAPTURE(nonsense);
            CHECK(searched(site, {{"q", nonsense}}).find("id=\"post-") == std::string::npos);
        }
    });
}

TEST_CASE("an inspel that nobody may read is not found by its number") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        CHECK(searched(site, {{"q", "I-" + std::to_string(content.received)}}).find("id=\"post-") ==
              std::string::npos);
    });
}

TEST_CASE("three equal acts in a row are one line that opens, two are not") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto received = [&](const std::string& key) {
            (void)database.act(site.world.revision, [&](auto& act) {
                return app::receive_inspel(act, site.world.activity, draft("Fler bussar"), {key, secret});
            });
        };
        received("a");
        received("b");
        CHECK(searched(site, {{"typ", "inspel"}}).find("<details>") == std::string::npos);
        received("c");
        CHECK(searched(site, {{"typ", "inspel"}}).find("<summary>3 inspel kom in.</summary>") !=
              std::string::npos);
    });
}

TEST_CASE("each page of a thing leads to what the log says of it") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const std::string process = "/processer/rus-2050";
        for (const auto& address :
            {process + "/inspel/" + std::to_string(content.published), process + "/dokument/RUS/version/1",
                process + "/andringar/1", process + "/beslut/1", process + "/aktiviteter/rosta/resultat"}) {
            CAPTURE(address);
            const auto page = site.get(address).body;
            const auto at = page.find(process + "/logg?q=");
            REQUIRE(at != page.npos);
            const auto query =
                page.substr(at + process.size() + 8, page.find('"', at) - at - process.size() - 8);
            const auto object = web::http::decoded(query, web::http::Plus::is_plus);
            CHECK(searched(site, {{"q", object.value_or("")}}, process + "/logg").find("id=\"post-") !=
                  std::string::npos);
        }
    });
}

TEST_CASE("every type of act can be looked for among its like") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        std::set<std::string> known;
        for (const auto& kind : web::log::kinds_of_acts())
            for (const auto& type : web::log::types_of(kind.name)) known.insert(type);
        for (const auto& type : names_of<openlog::EntryType>) CHECK(known.contains(std::string{type.word}));

        for (const auto& stored : store::stored_entries(*database.db, 0, store::log_size(*database.db))) {
            const auto type = openlog::read_entry(stored.data)->type;
            CAPTURE(type);
            CHECK(known.contains(type));
        }
    });
}
