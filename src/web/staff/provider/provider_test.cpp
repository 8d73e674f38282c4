#include "app/staff/identity.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/sign_in_provider.hpp"
#include "support/visits.hpp"

using namespace example;

namespace {

using Query = std::map<std::string, std::string>;

const std::string services = "/konto/inloggningstjanster";
const std::string begin = "/inloggning/hos/regionen";
const std::string staff_page = "/processer/rus-2050/handlaggning/personal";
const web::http::Fields invitation{{"namn", "Ny Åsa"}, {"epost", "ny@example.org"}, {"roll", "viewer"}};

/// The value of a cookie that the answer sets; empty when it sets none such, or takes it away.
std::string cookie_in(const web::Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
        if (key == "Set-Cookie" && value.starts_with(name + '='))
            return value.substr(name.size() + 1, value.find(';') - name.size() - 1);
    return {};
}

/// The address of the page's first link that begins so.
std::string link_in(const web::Response& page, const std::string& start) {
    const auto at = page.body.find("href=\"" + start);
    if (at == page.body.npos) return {};
    return page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6);
}

std::string location(const web::Response& response) {
    return header(response, "Location");
}

/// A browser: its session and what it brings back from the provider.
struct Browser {
    std::string session = {};
    std::string attempt = {};
};

/// A site with a leader, and a provider that staff may sign in by.
struct ProviderSite {
    TestSite site;
    TestProvider there;
    Browser leader;

    explicit ProviderSite(
        TestDatabase& database, const std::function<void(openid::ProviderSettings&)>& change = {})
        : site{database}, there{.now = &database.now} {
        auto settings = settings_of(there);
        if (change) change(settings);
        site.web_site.door->providers.push_back(
            std::make_shared<const openid::Provider>(settings, there.ask()));
        leader.session = site.session(Role::process_leader, site.world.revision);
    }

    /// What the browser gets, and keeps of it.
    web::Response visit(Browser& browser, const std::string& target, const Query& query = {}) const {
        auto asked = site.request(web::http::Method::get, target, browser.session);
        if (!browser.attempt.empty())
            asked.headers["cookie"] +=
                (browser.session.empty() ? "" : "; ") + ("inloggning=" + browser.attempt);
        for (const auto& field : query) asked.query.push_back(field);
        auto response = site.answer(asked);
        if (const auto session = cookie_in(response, "ms"); !session.empty()) browser.session = session;
        if (const auto attempt = cookie_in(response, "inloggning"); !attempt.empty())
            browser.attempt = attempt;
        return response;
    }
    /// To the provider from this address of ours and back.
    web::Response through(Browser& browser, const std::string& from, const std::string& subject,
        const Json& more = Json::object()) {
        const auto away = visit(browser, from);
        if (!location(away).starts_with(there.issuer)) return away;
        return visit(browser, begin + "/svar", there.let_in(location(away), subject, more));
    }
    web::Response tie(Browser& browser, const std::string& subject) {
        const auto page = visit(browser, services);
        return through(browser, link_in(page, services + "/regionen/"), subject);
    }
    bool is_signed_in(Browser& browser) const { return visit(browser, "/konto").status == 200; }
    /// The page that the refused browser is sent to.
    web::Response page_after(Browser& browser, const web::Response& refused) const {
        const auto fields = sent_fields(location(refused));
        return visit(browser, location(refused).substr(0, location(refused).find('?')),
            {fields.begin(), fields.end()});
    }
};

}  // namespace

TEST_CASE("who has tied their account signs in by the provider, and comes to the desk") {
    on_each_database([](TestDatabase& database) {
        ProviderSite world{database};
        const auto old_session = world.leader;
        const auto tied = world.tie(world.leader, "eva");
        CHECK(tied.status == 303);
        CHECK(location(tied) == services);
        CHECK(contains(world.visit(world.leader, services), "Du kan logga in med regionens konto sedan"));
        auto before = old_session;
        CHECK_FALSE(world.is_signed_in(before));  // what was signed in to before has ended

        Browser elsewhere;
        CHECK(contains(world.visit(elsewhere, "/inloggning"), "Logga in med regionens konto"));
        const auto entered = world.through(elsewhere, begin, "eva");
        CHECK(entered.status == 303);
        CHECK(location(entered) == "/processer/rus-2050/handlaggning");
        CHECK(contains(world.visit(elsewhere, "/konto"), "Med en inloggningstjänst"));
        for (const auto& [name, value] : entered.headers)
            if (name == "Set-Cookie" && value.starts_with("inloggning="))
                CHECK(value.find("Max-Age=0") != value.npos);
    });
}

TEST_CASE("nobody is let in whom nobody has tied, also where the address is that of an account") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        Browser stranger;
        const auto refused = world.through(
            stranger, begin, "eva", {{"email", "process_leader@rus-2050.example"}, {"email_verified", true}});
        CHECK(location(refused) == "/inloggning?hos=regionen&fel=okand");
        CHECK(contains(world.page_after(stranger, refused), "Ingen här har kopplat sitt konto"));
        CHECK_FALSE(world.is_signed_in(stranger));
    });
}

TEST_CASE(
    "an answer is good once, in the browser that asked, for ten minutes and from the provider that was "
    "asked") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        const auto is_lost = [](const web::Response& response) {
            const auto& headers = response.headers;  // which take nothing away that is on its way
            return location(response) == "/inloggning?hos=regionen&fel=tid" &&
                   std::none_of(headers.begin(), headers.end(),
                       [](const auto& header) { return header.first == "Set-Cookie"; });
        };
        Browser browser;
        const auto away = location(world.visit(browser, begin));
        const auto back = world.there.let_in(away, "eva");
        Browser other;
        CHECK(is_lost(world.visit(other, begin + "/svar", back)));  // another's link to follow
        (void)world.visit(other, begin);
        CHECK(is_lost(world.visit(other, begin + "/svar", back)));  // with an attempt of its own
        auto changed = back;
        changed["state"] += "x";
        CHECK(is_lost(world.visit(browser, begin + "/svar", changed)));
        changed.erase("state");
        CHECK(is_lost(world.visit(browser, begin + "/svar", changed)));
        auto forged = browser;
        forged.attempt.back() = forged.attempt.back() == 'A' ? 'B' : 'A';
        CHECK(is_lost(world.visit(forged, begin + "/svar", back)));

        const auto kept = browser;
        CHECK(world.visit(browser, begin + "/svar", back).status == 303);
        CHECK(world.is_signed_in(browser));
        auto again = kept;
        CHECK(is_lost(world.visit(again, begin + "/svar", world.there.let_in(away, "eva"))));

        Browser late;
        const auto slow = world.there.let_in(location(world.visit(late, begin)), "eva");
        database.now += 10min + 1s;
        CHECK(is_lost(world.visit(late, begin + "/svar", slow)));
    });
}

TEST_CASE("the answer of one provider is not taken for another's") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        TestProvider evil{.issuer = "https://evil.example", .now = &database.now};
        auto settings = settings_of(evil);
        settings.name = "annan";
        world.site.web_site.door->providers.push_back(
            std::make_shared<const openid::Provider>(settings, evil.ask()));
        Browser browser;
        const auto away = location(world.visit(browser, "/inloggning/hos/annan"));
        auto back = world.there.let_in(away, "eva");
        CHECK(location(world.visit(browser, begin + "/svar", back)).ends_with("fel=tid"));
        CHECK(
            location(world.visit(browser, "/inloggning/hos/annan/svar", back)).ends_with("fel=stammer-inte"));
        CHECK_FALSE(world.is_signed_in(browser));
        // The same name for the person at another provider is another person.
        const auto other = location(world.visit(browser, "/inloggning/hos/annan"));
        CHECK(location(world.visit(browser, "/inloggning/hos/annan/svar", evil.let_in(other, "eva")))
                  .ends_with("fel=okand"));
    });
}

TEST_CASE("a token that lies lets nobody in, and the page says what to do") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        const std::vector<std::function<void(Json&)>> lies{[](Json& c) { c["nonce"] = "another"; },
            [](Json& c) { c["aud"] = "someone"; }, [](Json& c) { c["iss"] = "https://evil.example"; },
            [](Json& c) { c["exp"] = 1; }, [](Json& c) { c.erase("nonce"); }};
        for (const auto& lie : lies) {
            world.there.twist = lie;
            Browser browser;
            const auto refused = world.through(browser, begin, "eva");
            CHECK(location(refused).ends_with("fel=stammer-inte"));
            CHECK(contains(world.page_after(browser, refused), "gick inte att lita på"));
            CHECK_FALSE(world.is_signed_in(browser));
        }
        world.there.twist = {};
        world.there.is_down = true;
        Browser browser;
        CHECK(world.visit(browser, begin).status == 303);  // what it says of itself is known
        world.there.forge = [](const Json& c) {
            return base64url(R"({"alg":"none"})") + '.' + base64url(c.dump()) + '.';
        };
        world.there.is_down = false;
        CHECK(location(world.through(browser, begin, "eva")).ends_with("fel=stammer-inte"));
    });
}

TEST_CASE("a provider that is down, busy or says no becomes a sentence, and the other ways in stay") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.there.is_down = true;
        Browser browser;
        const auto down = world.visit(browser, begin);
        CHECK(location(down) == "/inloggning?hos=regionen&fel=svarar-inte");
        const auto page = world.page_after(browser, down);
        CHECK(contains(page, "svarar inte"));
        CHECK(contains(page, "Med lösenfras och kod"));
        world.there.is_down = false;
        (void)world.visit(browser, begin);
        const auto state = sent_fields(location(world.visit(browser, begin)))["state"];
        const auto no = world.visit(browser, begin + "/svar",
            {{"error", "access_denied"}, {"error_description", "<b>x</b>"}, {"state", state}});
        CHECK(location(no).ends_with("fel=avbruten"));
        const auto said = world.page_after(browser, no);
        CHECK(contains(said, "Inloggningen med regionens konto avbröts"));
        CHECK_FALSE(contains(said, "<b>x"));
    });
}

TEST_CASE("what the address says came to nothing is one of our own sentences, or nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        Browser browser;
        const std::string summary = "id=\"fel\"";
        CHECK(contains(world.visit(browser, "/inloggning", {{"hos", "regionen"}, {"fel", "tid"}}), summary));
        for (const Query& query : {Query{{"hos", "regionen"}, {"fel", "<script>"}},
                 Query{{"hos", "x"}, {"fel", "tid"}}, Query{{"fel", "tid"}}})
            CHECK_FALSE(contains(world.visit(browser, "/inloggning", query), summary));
        CHECK(world.visit(browser, "/inloggning/hos/x").status == 404);
        CHECK(world.visit(browser, "/inloggning/hos/x/svar").status == 404);
    });
}

TEST_CASE(
    "an account is tied from a page of the same session alone, which has just been shown to be the "
    "person's") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        const auto link = link_in(world.visit(world.leader, services), services + "/regionen/");
        REQUIRE_FALSE(link.empty());
        CHECK(world.visit(world.leader, services + "/regionen/" + std::string(20, '0')).status == 403);
        Browser handler{world.site.session(Role::handler, world.site.world.revision)};
        CHECK(world.visit(handler, link).status == 403);  // the leader's link
        Browser nobody;
        CHECK(world.visit(nobody, link).status == 403);

        // The leader's attempt, brought back in the browser of somebody else who is signed in.
        const auto back = world.there.let_in(location(world.visit(world.leader, link)), "mallory");
        handler.attempt = world.leader.attempt;
        CHECK(location(world.visit(handler, begin + "/svar", back)).ends_with("fel=tid"));

        database.now += 10min;
        const auto away = location(world.visit(world.leader, link));
        database.now += fresh_sign_in - 10min + 1s;
        const auto slow = world.visit(world.leader, begin + "/svar", world.there.let_in(away, "eva"));
        CHECK(location(slow) == services + "?hos=regionen&fel=tid");
        CHECK(world.visit(world.leader, services).status == 403);
        CHECK(location(world.visit(world.leader, link)) == services);
        Browser stranger;
        CHECK(location(world.through(stranger, begin, "eva")).ends_with("fel=okand"));
    });
}

TEST_CASE("what is somebody else's is not tied to another, and nothing changes") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        Browser handler{world.site.session(Role::handler, world.site.world.revision)};
        const auto refused = world.tie(handler, "eva");
        CHECK(location(refused) == services + "?hos=regionen&fel=nagon-annans");
        CHECK(contains(world.page_after(handler, refused), "ett annat konto än ditt"));
        CHECK(contains(world.visit(handler, services), "Du loggar inte in med regionens konto"));
    });
}

TEST_CASE("a sign-in is as fresh as the person's own at the provider") {
    on_each_database([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        const auto may = [&](const Json& claims) {
            Browser browser;
            (void)world.through(browser, begin, "eva", claims);
            CHECK(world.is_signed_in(browser));
            return world.site.post(staff_page, browser.session, invitation).status;
        };
        CHECK(may({{"auth_time", seconds_of(database.now - 16min)}}) == 403);
        world.there.twist = [](Json& claims) { claims.erase("auth_time"); };
        CHECK(may(Json::object()) == 403);
        world.there.twist = {};
        CHECK(may({{"auth_time", seconds_of(database.now - 14min)}}) == 200);
    });
}

TEST_CASE("who is asked again shows it by the provider in another tab, and goes on") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        database.now += fresh_sign_in + 1s;
        const auto asked = world.site.post(staff_page, world.leader.session, invitation);
        CHECK(asked.status == 403);
        CHECK(contains(asked, "Ny Åsa"));
        const auto link = link_in(asked, begin + "/bekraftelse");
        REQUIRE_FALSE(link.empty());

        const auto away = location(world.visit(world.leader, link));
        CHECK(sent_fields(away)["prompt"] == "login");
        const auto late = world.visit(world.leader, begin + "/svar",
            world.there.let_in(away, "eva", {{"auth_time", seconds_of(database.now - 1h)}}));
        CHECK(location(late).ends_with("fel=inte-pa-nytt"));
        CHECK(location(world.through(world.leader, link, "bo")).ends_with("fel=nagon-annans"));

        const auto proved = world.through(world.leader, link, "eva");
        CHECK(location(proved) == begin + "/klart");
        CHECK(contains(world.visit(world.leader, begin + "/klart"), "Gå tillbaka till fliken"));
        CHECK(world.site.post(staff_page, world.leader.session, invitation).status == 200);
    });
}

TEST_CASE("a tie is taken away by its person, and by a leader who lets them begin anew") {
    on_each_database([](TestDatabase& database) {
        ProviderSite world{database};
        Browser handler{world.site.session(Role::handler, world.site.world.revision)};
        const auto untie = services + "/regionen/borttagning";
        world.tie(handler, "eva");
        const auto old = handler;
        const auto removed = world.site.post(untie, handler.session, {});
        CHECK(location(removed) == services);
        handler.session = cookie_in(removed, "ms");
        CHECK(world.is_signed_in(handler));
        Browser before{old.session};
        CHECK_FALSE(world.is_signed_in(before));
        Browser elsewhere;
        CHECK(location(world.through(elsewhere, begin, "eva")).ends_with("fel=okand"));
        CHECK(world.site.post(untie, handler.session, {}).status == 404);

        world.tie(handler, "eva");
        const auto user = store::user_with_address(*database.db, "handler@rus-2050.example")->id;
        CHECK(database.act(
            world.site.world.revision, [&](auto& act) { return app::reset_sign_in(act, user); }));
        CHECK(store::identities_of(*database.db, user).empty());
        CHECK(location(world.through(elsewhere, begin, "eva")).ends_with("fel=okand"));

        world.tie(world.leader, "li");
        const auto only = world.site.post(untie, world.leader.session, {});
        CHECK(only.status == 422);
        CHECK(contains(only, "Du är den enda processledaren"));
    });
}

TEST_CASE(
    "where the operator trusts a provider's addresses, a verified one of the domain is the account with it") {
    on_each_database([](TestDatabase& database) {
        ProviderSite world{database, [](auto& settings) {
                               settings.domain = "rus-2050.example";
                               settings.trusts_addresses = true;
                           }};
        const Json of_leader{{"email", "Process_Leader@rus-2050.example"}, {"email_verified", true}};
        Browser browser;
        CHECK(location(world.through(browser, begin, "eva", {{"email", "process_leader@rus-2050.example"}}))
                  .ends_with("fel=okand"));
        CHECK(location(world.through(browser, begin, "eva",
                           {{"email", "process_leader@evil.example"}, {"email_verified", true}}))
                  .ends_with("fel=annan-adress"));
        CHECK(location(world.through(browser, begin, "eva",
                           {{"email", "ingen@rus-2050.example"}, {"email_verified", true}}))
                  .ends_with("fel=okand"));
        CHECK(
            location(world.through(browser, begin, "eva", of_leader)) == "/processer/rus-2050/handlaggning");

        // Another person with the same address, later.
        Browser successor;
        CHECK(location(world.through(successor, begin, "bo", of_leader)).ends_with("fel=okand"));
    });
}

TEST_CASE("a verified address vouches for no other claim, in which anybody may have written a colleague's") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database, [](auto& settings) {
                               settings.domain = "rus-2050.example";
                               settings.trusts_addresses = true;
                               settings.address_claim = "upn";
                           }};
        Browser browser;
        const auto refused = world.through(browser, begin, "mallory",
            {{"upn", "process_leader@rus-2050.example"}, {"email", "mallory@evil.example"},
                {"email_verified", true}});
        CHECK(location(refused).ends_with("fel=okand"));
        CHECK_FALSE(world.is_signed_in(browser));
    });
}

TEST_CASE("an account that would take the only leader's passphrase away is not tied, and the page says why") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        const auto& process = world.site.world.revision;
        const auto user = store::user_with_address(*database.db, "process_leader@rus-2050.example")->id;
        const auto link = database.act_as(with_role(Role::process_leader, process), process,
            [&](auto& act) { return app::make_sign_in_link(act, user); });
        Browser by_link{database.act([&](auto& act) { return app::sign_in(act, *link); }).value()};
        CHECK(location(world.tie(by_link, "li")) == services);
        CHECK(contains(world.visit(by_link, services), "Öppnar bara"));
        const std::string key(one_time_key_bytes, 'k');
        const auto code = one_time_code(key, one_time_step(database.now));
        const auto actor = app::signed_in(*database.db, by_link.session, database.now)->actor;
        REQUIRE(database.act_as(actor, Process{}, [&](auto& act) {
            return app::set_up_passphrase(act, by_link.session, {"hash", key, code, secret});
        }));

        Browser own{world.site.session(Role::process_leader, process)};
        const auto page = world.visit(own, services);
        CHECK(contains(page, "Öppnar bara"));
        CHECK(contains(page, "Det som bara öppnar en process slutar fungera"));
        own.session = cookie_in(world.site.post(services + "/regionen/borttagning", own.session, {}), "ms");
        const auto refused = world.tie(own, "li");

        CHECK(location(refused) == services + "?hos=regionen&fel=enda-vagen");
        CHECK(contains(world.page_after(own, refused), "passnyckel bara öppnar en process"));
        CHECK(store::identities_of(*database.db, user).empty());
    });
}

TEST_CASE("a leader's link changes nothing of an account that opens all, and the page says why") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        const auto& process = world.site.world.revision;
        Browser handler{world.site.session(Role::handler, process)};
        world.tie(handler, "eva");
        const auto user = store::user_with_address(*database.db, "handler@rus-2050.example")->id;
        const auto link = database.act_as(with_role(Role::process_leader, process), process,
            [&](auto& act) { return app::make_sign_in_link(act, user); });
        Browser leader{database.act([&](auto& act) { return app::sign_in(act, *link); }).value()};

        const auto untied = world.site.post(services + "/regionen/borttagning", leader.session, {});

        CHECK(untied.status == 403);
        CHECK(contains(untied, "det som bara öppnar en process"));
        Browser elsewhere;
        CHECK(location(world.through(elsewhere, begin, "eva")) == "/processer/rus-2050/handlaggning");
    });
}

TEST_CASE(
    "a sign-in by a service costs one of the network's tries, and one that is not begun ends no other") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        web::http::Budgets budgets;
        budgets.trying = {1, 1};
        const web::Router router{web::all_routes(), budgets};
        Browser browser;
        const auto visit = [&](const std::string& target, const Query& query = {}) {
            auto asked = world.site.request(web::http::Method::get, target);
            asked.remote_address = "192.0.2.1";
            asked.headers["cookie"] = "inloggning=" + browser.attempt;
            for (const auto& field : query) asked.query.push_back(field);
            return router.answer(world.site.web_site, *database.db, asked);
        };
        auto away = visit(begin);
        browser.attempt = cookie_in(away, "inloggning");
        const auto back = world.there.let_in(location(away), "eva");
        TestProvider down{.issuer = "https://down.example", .now = &database.now, .is_down = true};
        auto settings = settings_of(down);
        settings.name = "nere";
        world.site.web_site.door->providers.push_back(
            std::make_shared<const openid::Provider>(settings, down.ask()));
        const auto not_begun = visit("/inloggning/hos/nere");
        CHECK(location(not_begun).ends_with("fel=svarar-inte"));
        CHECK(header(not_begun, "Set-Cookie").empty());

        CHECK(location(visit(begin + "/svar", back)).ends_with("fel=okand"));
        CHECK(visit(begin).status == 303);
        CHECK(visit(begin + "/svar", back).status == 429);
    });
}

TEST_CASE("who signs in comes back in the language that they began in") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        Browser browser;
        const auto refused = world.through(browser, "/en" + begin, "eva");
        CHECK(location(refused) == "/en/inloggning?hos=regionen&fel=okand");
        CHECK(contains(world.page_after(browser, refused), "tied their account"));
    });
}

TEST_CASE("a former session ends when another begins in the same browser") {
    detail::on_sqlite([](TestDatabase& database) {
        ProviderSite world{database};
        world.tie(world.leader, "eva");
        Browser handler{world.site.session(Role::handler, world.site.world.revision)};
        Browser before = handler;
        (void)world.through(handler, begin, "eva");
        CHECK(handler.session != before.session);
        before.attempt.clear();
        CHECK_FALSE(world.is_signed_in(before));
    });
}

TEST_CASE("without sign-in services no page speaks of them") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        CHECK_FALSE(contains(site.get("/inloggning"), "inloggning/hos"));
        CHECK_FALSE(contains(site.get("/konto", leader), services));
    });
}
