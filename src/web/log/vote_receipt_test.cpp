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

/// A conversation in which people have voted, committed and published.
RunningConversation voted_in(TestSite& site) {
    const auto conversation = start_conversation(site.database, site.world.revision);
    vote_in_camps(conversation, 12);
    (void)conversation.vote(key_of(0), 1, Stance::pass);
    (void)site.database.act(conversation.process, [&](auto& act) {
        return app::commit_votes(act, conversation.activity, app::VotesToCommit::when_enough);
    });
    site.publish_log();
    return conversation;
}

/// As the voter's own browser asks.
web::Response ask_as_voter(TestSite& site, const std::string& key, const std::string& below) {
    auto request =
        site.request(web::http::Method::get, "/processer/rus-2050/aktiviteter/rosta/kvitton" + below);
    request.headers["cookie"] = "deltar=" + sign("medskapa.voter.v1", key, secret);
    return site.answer(request);
}

}  // namespace

TEST_CASE("a voter has a receipt for each vote, which anybody can check and nobody else gets") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        voted_in(site);

        CHECK(holds(ask_as_voter(site, key_of(0), ""), "/kvitton/1/kvitto.txt"));
        const auto file = ask_as_voter(site, key_of(0), "/1/kvitto.txt");

        CHECK(header(file, "Cache-Control") == "no-store");
        const auto report = openlog::check_receipt(file.body, {site.log.key.verifier()}, over_the_web(site));
        REQUIRE(report);
        REQUIRE(report->opened.size() == 1);
        CHECK(report->opened.front().value == "s-1\n0\n");
        CHECK(holds(check_file(site, file.body), "Påstående 1: "));
        CHECK(ask_as_voter(site, key_of(99), "/1/kvitto.txt").status == 404);
        CHECK(ask_as_voter(site, "", "/1/kvitto.txt").status == 404);
    });
}

TEST_CASE("a vote's receipt with another vote in it proves nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        voted_in(site);
        const auto file = ask_as_voter(site, key_of(0), "/1/kvitto.txt").body;
        const auto other = ask_as_voter(site, key_of(0), "/2/kvitto.txt").body;
        const auto extra = [](const std::string& text) {
            const auto at = text.find("\nextra ");
            return text.substr(at, text.find('\n', at + 1) - at);
        };
        auto forged = openlog::read_receipt(*from_base64(extra(file).substr(7))).value();
        forged.openings.front().value = "s-1\n1\n";
        auto swapped = file;
        swapped.replace(
            file.find("\nextra "), extra(file).size(), "\nextra " + base64(openlog::text_of(forged)));

        CHECK(openlog::check_receipt(other, {site.log.key.verifier()}, {}));
        CHECK_FALSE(openlog::check_receipt(swapped, {site.log.key.verifier()}, {}));
    });
}

TEST_CASE(
    "when the conversation is frozen the votes are opened, and an auditor counts what the result says") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto conversation = voted_in(site);
        CHECK(site.get("/processer/rus-2050/aktiviteter/rosta/oppningar.csv").status == 404);
        app::OpinionMapUpdater keeper{sql::open(database.where, sql::Access::read_only), *database.writer,
            stockholm, [&database] { return database.now; }};
        REQUIRE(conversation.act(app::close_conversation));
        keeper.refresh();
        REQUIRE(conversation.act(app::freeze_conversation));
        site.publish_log();

        const auto report =
            openlog::audit(over_the_web(site), {{site.log.key.verifier()}, {}, documents_of(site), {}});

        REQUIRE(report);
        CHECK(report->holds());
        const auto& totals = report->opened.at("rus-2050 conversation/rosta");
        const auto result = store::newest_snapshot(*database.db, conversation.activity.id)->result;
        CHECK(totals.size() > 8);
        for (const auto& [statement, values] : totals)
            for (const auto& [value, people] : values) CHECK((people == 0 || people >= 5));
        for (const auto& statement : result.statements) {
            const auto found = totals.find("s-" + std::to_string(statement.number));
            if (found == totals.end()) continue;
            auto counted = found->second;
            CHECK(in_fives(static_cast<int>(counted[1])) == statement.everyone.agrees);
            CHECK(in_fives(static_cast<int>(counted[-1])) == statement.everyone.disagrees);
        }
        CHECK(holds(site.get("/logg"), "Rösterna öppnades"));
    });
}
