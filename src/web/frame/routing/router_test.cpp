#include "web/frame/routing/router.hpp"

#include "base/text.hpp"
#include "support/visits.hpp"
#include "web/frame/cookies.hpp"

using namespace example;
using web::http::Method;

namespace {

/// An address that fits the pattern, in the given process.
std::string address_for(const web::Route& route, const Process& process) {
    std::string address;
    for (const auto& part : text::split(route.address.pattern(), '/')) {
        if (part.empty()) continue;
        address += '/';
        address += part == "{process}" ? process.slug : part.starts_with('{') ? "1" : part;
    }
    return address.empty() ? "/" : address;
}

struct Visitor {
    std::string name;
    Actor actor;
    std::string session;
};

std::vector<Visitor> visitors(TestSite& site) {
    std::vector<Visitor> all{{"anybody", Actor::anybody(), ""}};
    for (const auto& [role, word, label] : names_of<Role>) {
        const Actor staff{.user = {1}, .roles = {{site.world.revision.id, role}}, .is_operator = false};
        const Actor stranger{.user = {1}, .roles = {{site.other.revision.id, role}}, .is_operator = false};
        const auto name = std::string{word};
        all.push_back({name, staff, site.session(role, site.world.revision)});
        all.push_back({name + " of another process", stranger, site.session(role, site.other.revision)});
    }
    return all;
}

}  // namespace

TEST_CASE("every route lets in exactly those whom authorize() lets in") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (const auto& visitor : visitors(site)) {
            for (const auto& route : site.router.routes()) {
                if (route.action == Action::sign_out) continue;  // it would end the visitor's session
                CAPTURE(visitor.name);
                CAPTURE(route.address.pattern());
                const bool in_process = route.address.is_in_process();
                const auto place = in_process ? site.world.revision.id : Id<Process>{};
                const bool allowed = authorize(visitor.actor, route.action, place);
                const auto answer = site.answer(
                    site.request(route.method, address_for(route, site.world.revision), visitor.session));

                if (!allowed) CHECK(answer.status == 403);
                // Who has no session of their own pages is asked to come in by a link.
                if (allowed && route.action != Action::see_own) CHECK(answer.status != 403);
                CHECK(answer.status < 500);
            }
        }
    });
}

TEST_CASE("staff who change something must come from a form of their own session") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::process_leader, site.world.revision);
        auto request = site.request(Method::post, "/processer/rus-2050/handlaggning/textblock", session);
        request.form = {{"rubrik", "a"}, {"text", "b"}};
        CHECK(site.answer(request).status == 403);

        request.form.emplace_back("bevis", site.csrf(site.session(Role::handler, site.world.revision)));
        CHECK(site.answer(request).status == 403);
        request.form.back().second = site.csrf(session);
        CHECK(site.answer(request).status == 303);
    });
}

TEST_CASE("nothing is changed for a page of another site") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto request = site.request(Method::post, "/processer/rus-2050/kvittens");
        request.form = {{"kod", "x"}};
        CHECK(site.answer(request).status == 422);
        for (const auto* origin : {"cross-site", "same-site"}) {
            request.headers["sec-fetch-site"] = origin;
            CHECK(site.answer(request).status == 403);
        }
        request.headers["sec-fetch-site"] = "same-origin";
        CHECK(site.answer(request).status == 422);
        for (const auto* origin : {"https://evil.example", "http://localhost:8080.evil.example", "null"}) {
            request.headers["origin"] = origin;
            CHECK(site.answer(request).status == 403);
        }
    });
}

TEST_CASE("a session ends when it is left idle, grows old or is signed out") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto desk = "/processer/rus-2050/handlaggning";
        const auto session = site.session(Role::handler, site.world.revision);
        CHECK(site.get(desk, session).status == 200);

        database.now += app::idle_limit + 1ms;
        CHECK(site.get(desk, session).status == 403);
        const auto other = site.session(Role::viewer, site.world.revision);
        CHECK(site.post("/utloggning", other, {}).status == 303);
        CHECK(site.get(desk, other).status == 403);
    });
}

TEST_CASE("a session in use lasts, but not longer than half a day") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::handler, site.world.revision);
        const auto began = database.now;
        while (database.now - began <= app::session_limit) {
            REQUIRE(site.get("/processer/rus-2050/handlaggning", session).status == 200);
            database.now += 20min;
        }
        CHECK(site.get("/processer/rus-2050/handlaggning", session).status == 403);
    });
}

namespace {

std::string token_of_invited(const TestSite& site, const std::string& name) {
    return *site.database
                .act(site.world.revision,
                    [&](auto& act) {
                        return app::invite(act, {{}, name + "@example.org", name}, Role::handler);
                    })
                ->token;
}

}  // namespace

TEST_CASE("a sign-in link works once, and not at all after a day") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto used = token_of_invited(site, "ett");
        CHECK(site.get("/inloggning/" + used).status == 200);
        CHECK(site.post("/inloggning/" + used, "", {}).status == 303);
        CHECK(site.post("/inloggning/" + used, "", {}).status == 410);

        const auto old = token_of_invited(site, "tva");
        database.now += app::operators_link_life;
        CHECK(site.get("/inloggning/" + old).status == 410);
        CHECK(site.post("/inloggning/" + old, "", {}).status == 410);
    });
}

TEST_CASE("a route that names no action keeps the server from starting") {
    const auto nothing = [](const web::Visit&) { return web::Response{}; };
    CHECK_THROWS_AS(web::Router({{Method::get, "/x", Action::none, nothing}}), std::logic_error);
    CHECK_NOTHROW(web::Router({{Method::get, "/x", Action::read_public, nothing}}));
}

TEST_CASE("a session cookie bears the host's name where the site is reached by https") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        CHECK(web::name_of_cookie(site.web_site, web::session_cookie) == "ms");
        site.web_site.base_url = "https://rus.example.org";
        CHECK(web::name_of_cookie(site.web_site, web::session_cookie) == "__Host-ms");
    });
}

TEST_CASE("who writes a slash after an address is shown the way, and never away from us") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto way = [&](const std::string& path) {
            const auto response = site.get(path);
            CHECK(response.status == 308);
            return response.headers.front().second;
        };
        CHECK(way("/processer/rus-2050/") == "/processer/rus-2050");
        CHECK(way("/evil.example/") == "/evil.example");
        CHECK(way("/\r\nX: y/") == "/%0d%0aX%3a%20y");
    });
}

namespace {

/// An address that the route matches.
std::string address_of(const web::Route& route) {
    std::string pattern{route.address.pattern()};
    const std::string process = "{process}";
    if (const auto at = pattern.find(process); at != pattern.npos)
        pattern.replace(at, process.size(), "rus-2050");
    for (auto from = pattern.find('{'); from != pattern.npos; from = pattern.find('{'))
        pattern.replace(from, pattern.find('}', from) + 1 - from, "1");
    return pattern;
}

}  // namespace

TEST_CASE(
    "whatever anybody can send is spent from a budget: a second time is one too many where it holds one") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        web::http::Budgets budgets;
        budgets.reading = budgets.writing = budgets.voting = budgets.trying = {1, 1};
        for (const auto& route : web::all_routes()) {
            if (route.method != Method::post || !authorize(Actor::anybody(), route.action, {})) continue;
            if (route.action == Action::sign_out) continue;
            CAPTURE(route.address.pattern());
            const web::Router router{{route}, budgets};
            auto request = site.request(Method::post, address_of(route));
            request.remote_address = "192.0.2.1";
            CHECK(router.answer(site.web_site, *database.db, request).status != 429);
            CHECK(router.answer(site.web_site, *database.db, request).status == 429);
        }
    });
}
