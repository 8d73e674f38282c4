#include "app/log/log_documents.hpp"
#include "base/signer.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "support/pages.hpp"
#include "web/log/rules.hpp"

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
std::string receipt_of(TestSite& site, const SiteContent& content) {
    return site.get("/processer/rus-2050/kvittens/" + content.code + "/kvitto.txt").body;
}

web::Response check_file(TestSite& site, const std::string& bytes) {
    auto request = site.request(web::http::Method::post, "/kontrollera");
    request.uploads.push_back({"fil", "kvitto.txt", bytes});
    return site.answer(request);
}

/// The log as somebody reads it who has nothing but the site's address.
openlog::Fetch over_the_web(TestSite& site) {
    return [&site](const std::string& path) -> std::optional<std::string> {
        const auto response = site.get("/logg/" + path);
        return response.status == 200 ? std::optional{response.body} : std::nullopt;
    };
}

/// What the site serves at an address, all parts of it.
openlog::Fetch documents_of(TestSite& site) {
    return [&site](const std::string& path) -> std::optional<std::string> {
        auto request = site.request(web::http::Method::get, path);
        std::string bytes;
        for (bool has_more = true; has_more;) {
            auto response = site.answer(request);
            if (response.status != 200) return std::nullopt;
            bytes += response.body;
            has_more = response.rest.has_value();
            if (has_more) request = *response.rest;
        }
        return bytes;
    };
}

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

bool says_of(const openlog::Finding& finding, const std::string& words) {
    return finding.sentence.message.find(words) != std::string::npos;
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
        CHECK(report->types.at("inspel.received") == 3);
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
        CHECK(holds(site.get("/logg", "", {{"fore", "5"}}), "Den öppna loggen började."));
        CHECK(all.body.find("Texten skrevs") < all.body.find("Ett inspel kom in."));
        CHECK(holds(other, "Processen öppnades."));
        CHECK_FALSE(holds(other, "Ett inspel kom in."));
    });
}

TEST_CASE("the page of the log can be turned back to the first entry") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        for (int i = 0; i < 60; ++i) settle(database, "process-" + std::to_string(i));

        CHECK_FALSE(holds(site.get("/logg"), "Den öppna loggen började."));
        CHECK(holds(site.get("/logg"), "?fore="));
        CHECK(holds(site.get("/logg", "", {{"fore", "10"}}), "Den öppna loggen började."));
        CHECK_FALSE(holds(site.get("/logg", "", {{"fore", "10"}}), "händelse 10<"));
    });
}

TEST_CASE("a receipt's file proves which words were received, also to who does not trust the server") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        const auto file = receipt_of(site, content);
        const auto report = openlog::check_receipt(file, {site.log.key.verifier()}, {});

        REQUIRE(report);
        CHECK(report->entry.type == "inspel.received");
        REQUIRE(report->opened.size() == 5);  // three of words, two of files
        CHECK(report->opened[1].value == "lugn\n\nEn fråga till");
        CHECK(file.find("Det här skrev du:\n    lugn") != file.npos);
    });
}

TEST_CASE("words that look like a proof do not stand in a receipt's way") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "c2sp.org/tlog-proof@v1\nindex 0");

        CHECK(openlog::check_receipt(receipt_of(site, content), {site.log.key.verifier()}, {}));
    });
}

TEST_CASE("a receipt that holds is explained, with the words that were received") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        const auto response = check_file(site, receipt_of(site, content));

        CHECK(response.status == 200);
        CHECK(holds(response, "Kvittot håller."));
        CHECK(holds(response, "Just det här togs emot"));
        CHECK(holds(response, "Det här bevisar den inte"));
        CHECK(header(response, "Cache-Control") == "no-store");
    });
}

TEST_CASE(
    "a receipt with a changed letter, another file and nothing at all prove nothing, and it is said why") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        auto changed = receipt_of(site, content);
        const auto at = changed.rfind("\n— ") - 20;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';

        for (const auto& bytes : {changed, std::string{"hej"}, std::string(100'000, 'x'), std::string{}}) {
            const auto response = check_file(site, bytes);
            CHECK(response.status == 422);
            CHECK_FALSE(holds(response, "Kvittot håller."));
        }
    });
}

TEST_CASE("a receipt whose words were altered never holds, whatever its proof says") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto whole = receipt_of(site, content);
        const auto altered = [&](const std::string& from, const std::string& to) {
            auto file = whole;
            REQUIRE(file.find(from) != file.npos);
            return file.replace(file.find(from), from.size(), to);
        };
        for (const auto& file :
            {altered("    lugn", "    oro"), altered("    lugn\n", "    lugn\n    och oro\n"),
                altered("Plats i den öppna loggen: ", "Plats i den öppna loggen: 1"),
                "OBS! Återkallat.\n" + whole, altered("KVITTO:", "KVITTO, avslaget:"),
                altered("\n    En fråga till", "")}) {
            const auto response = check_file(site, file);
            CHECK(response.status == 422);
            CHECK_FALSE(holds(response, "Kvittot håller."));
            CHECK(holds(response, "En fråga till"));  // what was received is shown
        }
        auto from_windows = std::string{"\xEF\xBB\xBF"};
        for (const char c : whole.substr(0, whole.find("c2sp.org")))
            from_windows += c == '\n' ? "\r\n" : std::string{c};
        CHECK(check_file(site, from_windows + whole.substr(whole.find("c2sp.org"))).status == 200);
    });
}

TEST_CASE("a receipt in another language holds, and so does one with the sender's own code but no other") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto file = "/processer/rus-2050/kvittens/" + content.code + "/kvitto.txt";
        CHECK(check_file(site, site.get("/en" + file).body).status == 200);
        auto with_code = site.get(file, "", {{"kod", "ja"}}).body;
        const auto readable = readable_code(content.code);
        REQUIRE(with_code.find(readable) != with_code.npos);
        CHECK(receipt_of(site, content).find(readable) == std::string::npos);
        CHECK(check_file(site, with_code).status == 200);
        with_code.replace(
            with_code.find(readable), readable.size(), readable_code(receipt_code(std::string(20, '7'))));
        CHECK(check_file(site, with_code).status == 422);
    });
}

TEST_CASE("a code finds its entry, the log's own or the sender's, however it is typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto file = receipt_of(site, content);
        const auto mark = std::string{"Kod i den öppna loggen: "};
        const auto in_log = file.substr(file.find(mark) + mark.size(), 27);

        for (const auto& code : {in_log, text::lower(in_log), content.code}) {
            CAPTURE(code);
            const auto response = site.post("/kontrollera", "", {{"kod", code}});
            CHECK(response.status == 200);
            CHECK(holds(response, "Ett inspel kom in."));
        }
        CHECK(site.post("/kontrollera", "", {{"kod", "0000-0000-0000-0000-0000"}}).status == 422);
    });
}

TEST_CASE("the receipt's page says where the proof is, and before it is signed that it soon will be") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        SiteContent content;
        detail::fill_desk(site, "lugn", content);
        const auto address = "/processer/rus-2050/kvittens/" + content.code;
        CHECK(holds(site.get(address), "Inom en minut är loggen underskriven"));
        CHECK(site.get(address + "/kvitto.txt").status == 404);

        site.publish_log();

        CHECK(holds(site.get(address), "kvitto.txt"));
        CHECK(holds(site.get(address), "Fingeravtrycket"));
    });
}

TEST_CASE("the leader erases an inspel by a decision, and it is gone from the site but not from the log") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "Zebrafinken");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto bench = "/processer/rus-2050/handlaggning/inspel/" + std::to_string(content.published);
        const web::http::Fields form{
            {"niva", "destroyed"}, {"rattsgrund", "retention"}, {"beslut", "RUN/1/2026"}};
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
