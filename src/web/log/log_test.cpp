#include "app/log/log_documents.hpp"
#include "base/signer.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "support/log_pages.hpp"
#include "support/pages.hpp"
#include "web/log/rules.hpp"

using namespace example;

namespace {

bool says_of(const openlog::Finding& finding, const std::string& words) {
    return finding.sentence.message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the rules in force are a text that anybody can hash, and an auditor does") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        web::http::Options options;
        web::http::Budgets budgets;
        const auto tell = [&] {
            (void)database.act([&](auto& act) {
                return app::note_release(
                    act, {"1.0", sha256("program"), web::log::public_rules(options, budgets)});
            });
        };
        tell();
        options.max_body = 7;
        budgets.writing = {};
        tell();
        site.publish_log();

        const auto rules = site.get("/regler");
        CHECK(contains(rules, "\nhttp.largest_form 7\n"));
        CHECK(contains(rules, "\nopinion.fewest_shown 5\n"));
        CHECK(contains(rules, "\nlimit.writing none\n"));
        CHECK(site.get(app::address_of_rules(sha256(rules.body))).body == rules.body);
        options.max_body = web::http::Options{}.max_body;
        budgets = {};
        CHECK(contains(
            site.get(app::address_of_rules(sha256(web::log::public_rules(options, budgets)))), "http."));

        const openlog::AuditQuestion question{{site.log.key.verifier()}, {}, documents_of(site), {}};
        CHECK(openlog::audit(over_the_web(site), question)->holds());
        sql::open(database.where, sql::Access::read_write)
            ->script("UPDATE public_rules SET text = replace(text, 'largest_form 7', 'largest_form 9')");
        const auto report = openlog::audit(
            over_the_web(site), {{site.log.key.verifier()}, {}, app::documents_in(*database.db), {}});
        REQUIRE(report->findings.size() == 1);
        CHECK(says_of(report->findings.front(), "is not the one that was logged"));
    });
}

TEST_CASE("the log that is served holds for an auditor who reads it over the web") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");

        const auto report = openlog::audit(over_the_web(site), {{site.log.key.verifier()}, {}, {}, {}});

        REQUIRE(report);
        CHECK(report->holds());
        CHECK(report->types.at("inspel.received") == 4);
        CHECK(report->types.contains("log.opened"));
    });
}

TEST_CASE("every text version in the log is the document that is served, and cites what it goes back to") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto report =
            openlog::audit(over_the_web(site), {{site.log.key.verifier()}, {}, documents_of(site), {}});

        REQUIRE(report);
        CHECK(report->holds());
        CHECK(report->types.at("text.changed") + report->types.at("document.added") +
                  report->types.at("document.frozen") >=
              4);
        CHECK(report->types.at("decision.taken") == 1);
    });
}

TEST_CASE("the checkpoint is kept for a moment and what it speaks of for ever") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        const auto checkpoint = site.get("/logg/checkpoint");
        const auto tile = site.get("/logg/tile/" + content.entries);

        CHECK(checkpoint.content_type == "text/plain; charset=utf-8");
        CHECK(header(checkpoint, "Cache-Control") == "max-age=2");
        CHECK(tile.content_type == "application/octet-stream");
        CHECK(header(tile, "Cache-Control") == "max-age=31536000, immutable");
    });
}

TEST_CASE("no address below the log leads to another file than the log's") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        for (const auto* path : {"lock", "tile/../checkpoint", "tile/../../secret", "tile//0/000", "tile/0/0",
                 "tile/0/000.p/0", "tile/entries/..", "tile/64/000"}) {
            CAPTURE(path);
            CHECK(site.get(std::string{"/logg/"} + path).status == 404);
        }
        CHECK(site.get("/logg/checkpoint/").status == 308);
    });
}

TEST_CASE("the page of the log tells what was done in plain words, newest first, and of one process alone") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");

        const auto all = site.get("/logg");
        const auto other = site.get("/processer/annan/logg");

        CHECK(holds(all, "Ett inspel kom in."));
        CHECK(holds(site.get("/logg", "", {{"fore", "5"}}), "Den öppna loggen startade."));
        CHECK(all.body.find("Texten skrevs") < all.body.find("Ett inspel kom in."));
        CHECK(holds(other, "Processen öppnades."));
        CHECK_FALSE(holds(other, "Ett inspel kom in."));
    });
}

TEST_CASE("the page of the log can be turned back to the first entry") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        for (int i = 0; i < 60; ++i) settle(database, "process-" + std::to_string(i));

        CHECK_FALSE(holds(site.get("/logg"), "Den öppna loggen startade."));
        CHECK(holds(site.get("/logg"), "?fore="));
        CHECK(holds(site.get("/logg", "", {{"fore", "10"}}), "Den öppna loggen startade."));
        CHECK_FALSE(holds(site.get("/logg", "", {{"fore", "10"}}), "händelse 10<"));
    });
}

TEST_CASE("the leader erases an inspel by a decision, and it is gone from the site but not from the log") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "Zebrafinken");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto bench = "/processer/rus-2050/handlaggning/inspel/" + std::to_string(content.published);
        const web::http::Fields form{
            {"niva", "destroyed"}, {"rattsgrund", "retention"}, {"beslut", "RUN/1/2026"}, {"ord", "gallra"}};
        CHECK(holds(site.get(bench, leader), "Gallra innehållet"));
        CHECK(site.post(bench + "/gallring", leader, {{"niva", "destroyed"}}).status == 422);

        CHECK(site.post(bench + "/gallring", leader, form).status == 303);

        const auto number = std::to_string(content.published);
        CHECK(site.get("/processer/rus-2050/inspel/" + number).status == 410);
        CHECK(holds(site.get(bench, leader), "Innehållet är gallrat."));
        CHECK_FALSE(holds(site.get(bench, leader), "Gallra innehållet"));
        CHECK(holds(site.get("/processer/rus-2050/kvittens/" + content.code), "Innehållet har gallrats"));
        CHECK(holds(site.get("/logg"), "Innehållet i ett inspel gallrades."));
    });
}

TEST_CASE("a handler may not erase, and sees no form for it") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto handler = site.session(Role::handler, site.world.revision);
        const auto bench = "/processer/rus-2050/handlaggning/inspel/" + std::to_string(content.published);

        CHECK_FALSE(holds(site.get(bench, handler), "Gallra innehållet"));
        CHECK(site.post(bench + "/gallring", handler, {{"niva", "destroyed"}}).status == 403);
    });
}
