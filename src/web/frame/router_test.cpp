#include "web/frame/router.hpp"

#include "base/text.hpp"
#include "support/visits.hpp"

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

std::vector<Visitor> visitors(TestSite& house) {
    std::vector<Visitor> all{{"anybody", Actor::anybody(), ""}};
    for (const auto& [role, word, label] : names_of<Role>) {
        const Actor staff{.user = {1}, .roles = {{house.world.revision.id, role}}, .is_operator = false};
        const Actor stranger{.user = {1}, .roles = {{house.other.revision.id, role}}, .is_operator = false};
        const auto name = std::string{word};
        all.push_back({name, staff, house.session(role, house.world.revision)});
        all.push_back({name + " of another process", stranger, house.session(role, house.other.revision)});
    }
    return all;
}

}  // namespace

TEST_CASE("every route lets in exactly those whom authorize() lets in") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        for (const auto& visitor : visitors(house)) {
            for (const auto& route : house.router.routes()) {
                if (route.action == Action::sign_out) continue;  // it would end the visitor's session
                CAPTURE(visitor.name);
                CAPTURE(route.address.pattern());
                const bool in_process = route.address.is_in_process();
                const auto place = in_process ? house.world.revision.id : Id<Process>{};
                const bool allowed = authorize(visitor.actor, route.action, place).has_value();
                const auto answer = house.answer(
                    house.request(route.method, address_for(route, house.world.revision), visitor.session));

                if (!allowed) CHECK(answer.status == 403);
                if (allowed) CHECK(answer.status != 403);
                CHECK(answer.status < 500);
            }
        }
    });
}

TEST_CASE("staff who change something must come from a form of their own session") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto session = house.session(Role::process_leader, house.world.revision);
        auto request = house.request(Method::post, "/processer/rus-2050/handlaggning/textblock", session);
        request.form = {{"rubrik", "a"}, {"text", "b"}};
        CHECK(house.answer(request).status == 403);

        request.form.emplace_back("bevis", house.csrf(house.session(Role::handler, house.world.revision)));
        CHECK(house.answer(request).status == 403);
        request.form.back().second = house.csrf(session);
        CHECK(house.answer(request).status == 303);
    });
}

TEST_CASE("nothing is changed for a page of another site") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        auto request = house.request(Method::post, "/processer/rus-2050/kvittens");
        request.form = {{"kod", "x"}};
        CHECK(house.answer(request).status == 422);
        for (const auto* site : {"cross-site", "same-site"}) {
            request.headers["sec-fetch-site"] = site;
            CHECK(house.answer(request).status == 403);
        }
        request.headers["sec-fetch-site"] = "same-origin";
        CHECK(house.answer(request).status == 422);
        for (const auto* origin : {"https://evil.example", "http://localhost:8080.evil.example", "null"}) {
            request.headers["origin"] = origin;
            CHECK(house.answer(request).status == 403);
        }
    });
}

TEST_CASE("a session ends when it is left idle, grows old or is signed out") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto desk = "/processer/rus-2050/handlaggning";
        const auto session = house.session(Role::handler, house.world.revision);
        CHECK(house.get(desk, session).status == 200);

        home.now += app::idle_limit + 1ms;
        CHECK(house.get(desk, session).status == 403);
        const auto other = house.session(Role::viewer, house.world.revision);
        CHECK(house.post("/utloggning", other, {}).status == 303);
        CHECK(house.get(desk, other).status == 403);
    });
}

TEST_CASE("a session in use lasts, but not longer than half a day") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto session = house.session(Role::handler, house.world.revision);
        const auto began = home.now;
        while (home.now - began <= app::session_limit) {
            REQUIRE(house.get("/processer/rus-2050/handlaggning", session).status == 200);
            home.now += 20min;
        }
        CHECK(house.get("/processer/rus-2050/handlaggning", session).status == 403);
    });
}

TEST_CASE("a sign-in link works once, and not at all after a day") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto invite = [&] {
            return *home.write([&](sql::Transaction& tx) {
                return app::invite(tx, may(Action::manage_users, house.world.revision), house.world.revision,
                    {{}, "h@example.org", "H"}, Role::handler);
            });
        };
        const auto used = invite();
        CHECK(house.get("/inloggning/" + used).status == 200);
        CHECK(house.post("/inloggning/" + used, "", {}).status == 303);
        CHECK(house.post("/inloggning/" + used, "", {}).status == 410);

        const auto old = invite();
        home.now += app::sign_in_link_life;
        CHECK(house.get("/inloggning/" + old).status == 410);
        CHECK(house.post("/inloggning/" + old, "", {}).status == 410);
    });
}

TEST_CASE("a route that names no action keeps the server from starting") {
    const auto nothing = [](const web::Visit&) { return web::Response{}; };
    CHECK_THROWS_AS(web::Router({{Method::get, "/x", Action::none, nothing}}), std::logic_error);
    CHECK_NOTHROW(web::Router({{Method::get, "/x", Action::read_public, nothing}}));
}

TEST_CASE("a session cookie bears the host's name where the site is reached by https") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        CHECK(web::session_cookie_name(house.site) == "ms");
        house.site.base_url = "https://rus.example.org";
        CHECK(web::session_cookie_name(house.site) == "__Host-ms");
    });
}

TEST_CASE("who writes a slash after an address is shown the way, and never away from us") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto way = [&](const std::string& path) {
            const auto response = house.get(path);
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
    on_each_database([](TestDatabase& home) {
        const TestSite house{home};
        web::http::Budgets budgets;
        budgets.writing = budgets.voting = budgets.trying = {1, 1};
        for (const auto& route : web::all_routes()) {
            if (route.method != Method::post || !authorize(Actor::anybody(), route.action, {})) continue;
            if (route.action == Action::sign_out) continue;
            CAPTURE(route.address.pattern());
            const web::Router router{{route}, budgets};
            auto request = house.request(Method::post, address_of(route));
            request.remote_address = "192.0.2.1";
            CHECK(router.answer(house.site, *home.db, request).status != 429);
            CHECK(router.answer(house.site, *home.db, request).status == 429);
        }
    });
}
