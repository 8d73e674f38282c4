#include "web/frame/forms/not_saved.hpp"

#include "support/markup.hpp"
#include "support/visits.hpp"

using namespace example;
namespace http = web::http;

namespace {

web::Response full(const web::Visit& visit) {
    if (visit.request.method == web::http::Method::post) throw sql::DiskFull{"no room"};
    throw sql::Unavailable{"the server is gone"};
}

const std::string address = "/processer/rus-2050/kvittens";

web::Router failing_router() {
    return web::Router{
        {{web::http::Method::get, "/processer/{process}/kvittens", Action::follow_inspel, full},
            {web::http::Method::post, "/processer/{process}/kvittens", Action::follow_inspel, full}}};
}

}  // namespace

TEST_CASE(
    "a form that could not be saved comes back with all that was typed, to be sent again as the same form") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        auto request = site.request(web::http::Method::post, address);
        request.form = {{"nyckel", "K.1"}, {"text", "Bussen går\ninte."}, {"kontakt", "a@example.org"}};

        const auto answer = failing_router().answer(site.web_site, *database.db, request);

        CHECK(answer.status == 507);
        CHECK(answer.body.find("<form method=\"post\" action=\"" + address + "\"") != answer.body.npos);
        CHECK(answer.body.find("as-typed\">Bussen går\ninte.</div>") != answer.body.npos);
        for (const auto& [name, value] : request.form)
            CHECK(answer.body.find("name=\"" + name + "\" value=\"" + value + "\"") != answer.body.npos);
    });
}

TEST_CASE(
    "who is signed out before a long form was read is told where the words are, not that they are here") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        auto request = site.request(web::http::Method::post, "/processer/rus-2050/handlaggning/skriv-in");
        request.stage = http::Request::Stage::head;
        const auto answer = site.answer(request);
        CHECK(answer.status == 403);
        CHECK(contains(answer, "Gå tillbaka, det du skrev bör finnas kvar i formuläret."));
        CHECK_FALSE(contains(answer, "Skicka igen"));
    });
}

TEST_CASE("where the database gave no answer it is said that we do not know, not that nothing was saved") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        auto request = site.request(web::http::Method::post, address);
        request.form = {{"text", "två ord"}};
        CHECK(contains(failing_router().answer(site.web_site, *database.db, request), "Inget sparades"));

        const auto lost = [](const web::Visit&) -> web::Response { throw sql::OutcomeUnknown{"fdatasync"}; };
        const web::Router failing{
            {{web::http::Method::post, "/processer/{process}/kvittens", Action::follow_inspel, lost}}};
        const auto answer = failing.answer(site.web_site, *database.db, request);
        CHECK(contains(answer, "Vi vet inte om det sparades"));
        CHECK_FALSE(contains(answer, "Inget sparades"));
        CHECK(contains(answer, "två ord"));
    });
}

TEST_CASE("a hostile form stays text when it comes back") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        CHECK(markup::stays_text([&](const std::string& typed) {
            auto request = site.request(web::http::Method::post, address);
            request.form = {{"text", "two words " + typed}, {"n " + typed, "x"}};
            return failing_router().answer(site.web_site, *database.db, request).body;
        }));
    });
}

TEST_CASE("a page cannot hold a file, so the form that comes back asks for it again") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        auto request = site.request(web::http::Method::post, address);
        request.form = {{"text", "två ord"}};
        request.uploads = {{"fil", "a.csv", "a;b"}};

        const auto answer = failing_router().answer(site.web_site, *database.db, request);

        CHECK(contains(answer, "enctype=\"multipart/form-data\""));
        CHECK(contains(answer, "Välj filen igen: a.csv"));
        CHECK(contains(answer, "type=\"file\""));
        CHECK(contains(answer, "name=\"text\" value=\"två ord\""));
    });
}

TEST_CASE("a lost database is said to be away for a while, not broken") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        const auto request = site.request(web::http::Method::get, address);

        CHECK(failing_router().answer(site.web_site, *database.db, request).status == 503);
    });
}

TEST_CASE("what a network has no budget for comes back with all that was typed and how long to wait") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        http::Budgets budgets;
        budgets.writing = {1, 60};
        const web::Router router{web::all_routes(), budgets};
        const auto send = [&](const std::string& from) {
            auto request = site.request(web::http::Method::post, "/processer/rus-2050/inspel");
            request.remote_address = from;
            request.form = {{"text", "Bussen går\ninte."}};
            return router.answer(site.web_site, *database.db, request);
        };

        CHECK(send("192.0.2.1").status != 429);
        const auto refused = send("192.0.2.77");

        CHECK(refused.status == 429);
        CHECK(std::find(refused.headers.begin(), refused.headers.end(),
                  std::pair<std::string, std::string>{"Retry-After", "60"}) != refused.headers.end());
        CHECK(contains(refused, "as-typed\">Bussen går\ninte.</div>"));
        CHECK(contains(refused, "name=\"text\" value=\"Bussen går\ninte.\""));
        CHECK(contains(refused, "Skicka det igen om 60 sekunder"));
        CHECK(send("192.0.3.1").status != 429);
        database.now += std::chrono::seconds{60};
        CHECK(send("192.0.2.1").status != 429);
    });
}

TEST_CASE("a page that is kept is read however often, and one that must be made is not") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        http::Budgets budgets;
        budgets.reading = {1, 60};
        const web::Router router{web::all_routes(), budgets};
        const auto read = [&](const std::string& below) {
            auto request = site.request(web::http::Method::get, "/processer/rus-2050" + below);
            request.remote_address = "192.0.2.1";
            return router.answer(site.web_site, *database.db, request);
        };

        CHECK(read("/om").status == 200);
        CHECK(read("/om").status == 200);
        const auto refused = read("/kalender");
        CHECK(refused.status == 429);
        CHECK_FALSE(contains(refused, "<form method=\"post\""));
        CHECK(contains(refused, "Ladda om sidan om"));
    });
}
