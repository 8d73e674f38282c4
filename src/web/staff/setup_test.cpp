#include "app/site/description.hpp"
#include "app/site/opening.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "support/law_pages.hpp"
#include "support/setups.hpp"
#include "support/visits.hpp"

using namespace example;

namespace {

std::string session_of(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") return value.substr(3, value.find(';') - 3);
    return {};
}

/// The little world's site, as if it had not been opened yet.
void close(TestDatabase& database) {
    REQUIRE(database.write([](sql::Transaction& tx) -> Result<bool> {
        (void)store::add(tx, SiteOpening{.begun_at = tx.now()});
        return true;
    }));
}

}  // namespace

TEST_CASE("somebody who has never seen the product answers one question a page, leaves, and comes back") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        close(database);
        const auto at = "/installation/" + setup_link(database);
        const auto answer = [&](const std::string& question, const web::http::Fields& form) {
            return site.post(at + "/" + question, "", form);
        };

        CHECK(contains(site.get(at), "Kvar att besvara"));
        CHECK(
            header(answer("region", {{"organisation", "Region Tjärnlandet"}}), "Location") == at + "/ledare");
        const auto refused = answer("ledare", {{"namn", "Samira <b>"}, {"din-epost", "ingen"}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Samira &lt;b&gt;"));  // nothing typed is lost
        CHECK(header(answer("ledare", {{"namn", "Samira"}, {"din-epost", "samira@example.org"}}),
                  "Location") == at + "/mejl");
        CHECK(contains(site.get(at), "Samira, samira@example.org"));  // after leaving, too
        CHECK(answer("mejl", {{"val", "later"}}).status == 303);
        CHECK(answer("beslut", {{"titel", "Strategi 2060"}, {"adress", ""}}).status == 303);
        CHECK(header(answer("kontakt", {{"roll", "Processledaren"}, {"epost", "fragor@example.org"}}),
                  "Location") == at);

        const auto begun = site.post(at, "", {});
        CHECK(begun.status == 303);
        CHECK(header(begun, "Location") == "/processer/strategi-2060/handlaggning/oppning");
        const auto session = session_of(begun);
        const auto list = site.get("/processer/strategi-2060/handlaggning/oppning", session);
        CHECK(list.status == 200);
        CHECK(contains(list, "innan webbplatsen öppnas"));
        CHECK(contains(list, "Krävs"));
        CHECK(site.get(at).status == 410);
        CHECK(site.post(at, "", {}).status == 410);
    });
}

TEST_CASE("without the link nothing is asked, kept or said") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto good = "/installation/" + setup_link(database);
        for (const auto* bad : {"/installation/AAAA", "/installation/%00"}) {
            CHECK(site.get(bad).status >= 400);
            CHECK(site.get(std::string{bad} + "/ledare").status >= 400);
            CHECK(site.post(std::string{bad} + "/ledare", "", {{"namn", "X"}, {"din-epost", "x@y"}}).status >=
                  400);
        }
        CHECK_FALSE(store::setup_draft(*database.db));
        CHECK(site.get(good + "/nagot-annat").status == 404);
        CHECK(site.get(good + "/region").status == 404);  // the site is open already
    });
}

TEST_CASE("until it is opened visitors read that the site is being prepared, and staff see all of it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto viewer = site.session(Role::viewer, site.world.revision);
        close(database);

        for (const auto* page : {"/", "/processer/rus-2050", "/processer/rus-2050/inspel/nytt",
                 "/processer/rus-2050/nyheter.atom", "/sok?q=a", "/personuppgifter", "/logg"}) {
            CAPTURE(page);
            const auto closed = site.get(page);
            CHECK(closed.status == 503);
            CHECK(contains(closed, "Webbplatsen förbereds"));
            CHECK_FALSE(contains(closed, "Strategi 2050"));
            CHECK_FALSE(header(closed, "Retry-After").empty());
            CHECK(header(closed, "Cache-Control") == "no-store");
        }
        CHECK(site.post("/processer/rus-2050/inspel", "", {{"text", "Fler bussar"}}).status == 503);
        CHECK(site.get("/inloggning").status == 200);
        CHECK(site.get("/processer/rus-2050", viewer).status == 200);

        const auto open = "/processer/rus-2050/handlaggning/oppning/oppna";
        CHECK(site.post(open, viewer, {}).status == 403);
        CHECK(site.post(open, leader, {}).status == 422);
        CHECK(site.get("/").status == 503);
        describe(site, filled_with("Ord"));
        CHECK(site.post(open, leader, {}).status == 303);
        CHECK(site.get("/").status == 200);
        CHECK(site.post(open, leader, {}).status == 409);
        CHECK(contains(site.get("/logg"), "Webbplatsen öppnades."));
    });
}

TEST_CASE(
    "until it is opened nobody learns which processes are being prepared, by their names or their desks") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        close(database);
        const auto answers_for = [&](const std::string& slug) {
            std::string all;
            for (const auto* page : {"", "/inspel/1", "/handlaggning", "/handlaggning/personal"}) {
                const auto response = site.get("/processer/" + slug + page);
                all += std::to_string(response.status) + response.body;
            }
            const auto sent =
                site.post("/processer/" + slug + "/handlaggning/personal", "", {{"namn", "Åsa som skrev"}});
            CHECK(sent.status == 403);
            CHECK(contains(sent, "Åsa som skrev"));
            all += sent.body;
            for (auto at = all.find(slug); at != all.npos; at = all.find(slug)) all.erase(at, slug.size());
            return all;
        };

        const auto known = answers_for("rus-2050");

        CHECK(known.find("Strategi 2050") == known.npos);
        CHECK(known == answers_for("finns-inte-alls"));
        CHECK(site.get("/processer/finns-inte-alls").status == 503);
        CHECK(site.get("/processer/finns-inte-alls", leader).status == 404);
        CHECK(site.get("/processer/rus-2050/handlaggning", leader).status == 200);
        CHECK(site.get("/finns-inte-alls").status == 404);
    });
}

TEST_CASE("the list before the opening says what is left, why, and where it is mended") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        close(database);
        const auto at = std::string{"/processer/rus-2050/handlaggning/oppning"};
        const auto list = site.get(at, leader);
        for (const auto* href : {"/webbplats/om-webbplatsen", "/webbplats/logotyp", "/webbplats/steg/ny",
                 "/texter", "/personal", "/mejl", "/driften#backup", "/driften#witnesses"})
            CHECK_MESSAGE(contains(list, "/handlaggning" + std::string{href} + "\""), href);
        CHECK(site.post(at + "/testmejl", leader, {}).status == 303);
        CHECK(site.get(at, site.session(Role::handler, site.world.revision)).status == 403);
    });
}
