#include "app/own_page/own_identity.hpp"
#include "store/own_page/own_page_store.hpp"
#include "support/forms.hpp"
#include "support/sign_in_provider.hpp"
#include "support/visits.hpp"

using namespace example;

namespace {

using web::http::Fields;
using web::http::Method;
using Query = std::map<std::string, std::string>;

const std::string own = "/mina-sidor";
const std::string begin = "/mina-sidor/hos/eid";
const std::string number = "19121212-1212";  // nobody's

std::string location(const web::Response& response) {
    return header(response, "Location");
}

std::string cookie_in(const web::Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
        if (key == "Set-Cookie" && value.starts_with(name + '='))
            return value.substr(name.size() + 1, value.find(';') - name.size() - 1);
    return {};
}

/// What a browser keeps.
struct Browser {
    std::map<std::string, std::string> cookies = {};
};

/// A site with an eID service for participants, and one for staff alone.
struct EidSite {
    TestSite site;
    TestProvider there;
    TestProvider works;

    explicit EidSite(TestDatabase& database)
        : site{database},
          there{.issuer = "https://eid.example", .now = &database.now},
          works{.now = &database.now} {
        auto settings = settings_of(there);
        settings.name = "eid";
        settings.label = {"e-legitimation", "eID"};
        settings.address_claim.clear();
        auto& providers = site.web_site.door->providers;
        providers.push_back(std::make_shared<const openid::Provider>(settings, there.ask()));
        providers.push_back(std::make_shared<const openid::Provider>(settings_of(works), works.ask()));
    }

    web::Response ask(Browser& browser, Method method, const std::string& target, const Query& query = {},
        const Fields& form = {}) const {
        auto request = site.request(method, target);
        std::string cookies;
        for (const auto& [name, value] : browser.cookies)
            if (!value.empty()) cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
        request.headers["cookie"] = cookies;
        for (const auto& field : query) request.query.push_back(field);
        request.form = form;
        auto response = site.answer(request);
        for (const auto* name : {"mina", "inloggning", "deltar"})
            for (const auto& [key, value] : response.headers)
                if (key == "Set-Cookie" && value.starts_with(std::string{name} + '='))
                    browser.cookies[name] = cookie_in(response, name);
        return response;
    }
    web::Response get(Browser& browser, const std::string& target, const Query& query = {}) const {
        return ask(browser, Method::get, target, query);
    }
    web::Response post(Browser& browser, const std::string& target, const Fields& form = {}) const {
        return ask(browser, Method::post, target, {}, form);
    }
    web::Response through(Browser& browser, const std::string& who, const Query& query = {},
        const Json& more = Json::object()) {
        const auto away = get(browser, begin, query);
        if (!location(away).starts_with(there.issuer)) return away;
        return get(browser, begin + "/svar", there.let_in(location(away), who, more));
    }
    bool is_in(Browser& browser) const {
        return contains(get(browser, own), "knutet till din e-legitimation");
    }
    app::Receipt send(const std::string& contact, const std::string& key) const {
        auto typed = draft("Fler bussar " + key);
        typed.contact = contact;
        return site.database
            .act_as(Actor::anybody(), site.world.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, site.world.activity, typed, {key, secret});
                })
            .value();
    }
    std::string receipt(const app::Receipt& of) const { return "/processer/rus-2050/kvittens/" + of.code; }
};

}  // namespace

TEST_CASE("who comes by eID sees what they tie, and neither database nor log has their number") {
    on_each_database([](TestDatabase& database) {
        EidSite world{database};
        const auto sent = world.send("", "a");
        Browser browser;
        CHECK(contains(world.get(browser, own), "Logga in med e-legitimation"));
        CHECK_FALSE(contains(world.get(browser, own), "regionens konto"));

        const auto entered = world.through(browser, number, {{"till", world.receipt(sent)}});
        CHECK(entered.status == 303);
        CHECK(location(entered) == world.receipt(sent));
        CHECK(browser.cookies["inloggning"].empty());
        CHECK(world.is_in(browser));
        CHECK(contains(world.get(browser, world.receipt(sent)), "Knyt inspelet till min e-legitimation"));
        CHECK(world.post(browser, own + "/kvittens", {{"kod", sent.code}}).status == 303);
        CHECK(contains(world.get(browser, own), "Fler bussar a"));
        const auto file = world.post(browser, own + "/utdrag", {{"format", "html"}});
        CHECK(file.status == 200);
        for (const auto* table : {"own_session", "inspel_identity"})
            for (const auto& row : database.db->run(std::string{"SELECT identity FROM "} + table))
                CHECK(row.text("identity").find("1212") == std::string::npos);
        CHECK(database.db->run("SELECT id FROM own_session WHERE address <> ''").empty());
    });
}

TEST_CASE("the service is asked for nothing but who it is, anew, and must say that it was so") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        Browser browser;
        const auto asked = sent_fields(location(world.get(browser, begin)));
        CHECK(asked.at("prompt") == "login");
        CHECK(asked.at("max_age") == "0");
        CHECK(asked.at("code_challenge_method") == "S256");
        CHECK(asked.at("redirect_uri").ends_with("/mina-sidor/hos/eid/svar"));

        // As where the browser still knows who was here before.
        const auto before = seconds_of(database.now) - 600;
        const auto refused = world.through(browser, number, {}, {{"auth_time", before}});
        CHECK(location(refused) == "/mina-sidor?hos=eid&fel=inte-pa-nytt");
        CHECK_FALSE(world.is_in(browser));
        CHECK(contains(world.get(browser, own, {{"hos", "eid"}, {"fel", "inte-pa-nytt"}}),
            "Försök igen, eller låt oss mejla"));
    });
}

TEST_CASE("an answer is good once, in the browser that began, with the errand that it began with") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        const auto is_lost = [](const web::Response& response) {
            return location(response) == "/mina-sidor?hos=eid&fel=tid";
        };
        Browser eva;
        const auto away = world.get(eva, begin);
        const auto back = world.there.let_in(location(away), number);

        Browser stranger;  // whom somebody sends on with an answer of their own
        CHECK(is_lost(world.get(stranger, begin + "/svar", back)));
        CHECK_FALSE(world.is_in(stranger));
        auto wrong = back;
        wrong["state"] = "made up";
        CHECK(is_lost(world.get(eva, begin + "/svar", wrong)));
        const auto kept = eva.cookies;
        CHECK(location(world.get(eva, begin + "/svar", back)) == own);
        CHECK(world.is_in(eva));
        Browser replaying{kept};
        CHECK(is_lost(world.get(replaying, begin + "/svar", back)));

        // What staff began is no answer here, and the other way round.
        Browser staff;
        const auto at_work = world.get(staff, "/inloggning/hos/regionen");
        const auto from_work = world.works.let_in(location(at_work), "eva");
        CHECK(world.get(staff, "/mina-sidor/hos/regionen/svar", from_work).status == 404);
        CHECK(world.get(staff, "/inloggning/hos/eid").status == 404);
        CHECK(world.get(staff, "/mina-sidor/hos/regionen").status == 404);
        Browser own_errand;
        const auto errand = world.there.let_in(location(world.get(own_errand, begin)), number);
        CHECK(world.get(own_errand, "/inloggning/hos/eid/svar", errand).status == 404);
    });
}

TEST_CASE("the session is another each time, whatever the browser had before") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        Browser browser{{{"mina", "0000000000000000000000000FIXED00"}}};
        REQUIRE(world.through(browser, number).status == 303);
        const auto first = browser.cookies["mina"];
        CHECK(first != "0000000000000000000000000FIXED00");
        REQUIRE(world.through(browser, "19101010-1010").status == 303);
        Browser old{{{"mina", first}}};
        CHECK_FALSE(world.is_in(old));
        CHECK(world.is_in(browser));
    });
}

TEST_CASE("coming by a link of a stranger's ties nothing, and leads nowhere else") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        const auto strangers = world.send("", "a");
        for (const auto& home :
            {world.receipt(strangers), std::string{"https://evil.example/processer/x"},
                std::string{"//evil.example/processer/x"}, std::string{"/processer/..%2f..//evil.example"},
                std::string{"/\\evil.example/processer/"}, std::string{"/logg"}}) {
            CAPTURE(home);
            Browser victim;
            const auto came = location(world.through(victim, number, {{"till", home}}));
            CHECK(came == (home == world.receipt(strangers) ? home : own));
            CHECK(database.db->run("SELECT inspel_id FROM inspel_identity").empty());
        }
        auto from_elsewhere = world.site.request(Method::post, own + "/kvittens");
        from_elsewhere.headers["origin"] = "https://evil.example";
        from_elsewhere.form = {{"kod", strangers.code}};
        CHECK(world.site.answer(from_elsewhere).status == 403);
    });
}

TEST_CASE("two persons at one device do not get each other's, and the box is never ticked beforehand") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        Browser browser;
        REQUIRE(world.through(browser, number).status == 303);
        const auto form = world.get(browser, "/processer/rus-2050/inspel/nytt");
        CHECK(contains(form, "name=\"eid\""));
        CHECK(form.body.find("name=\"eid\" value=\"ja\" checked") == std::string::npos);
        CHECK(contains(form, "Är det inte du?"));
        const auto evas = world.send("", "a");
        REQUIRE(world.post(browser, own + "/kvittens", {{"kod", evas.code}}).status == 303);
        REQUIRE(world.post(browser, own + "/utloggning").status == 303);
        CHECK_FALSE(world.is_in(browser));
        REQUIRE(world.through(browser, "19101010-1010").status == 303);
        CHECK_FALSE(contains(world.get(browser, own), "Fler bussar a"));
        CHECK(world.post(browser, own + "/kvittens", {{"kod", evas.code}}).status == 422);
        CHECK(world.post(browser, "/processer/rus-2050/mina-sidor/1/aterkallelse").status == 404);
    });
}

TEST_CASE("the box in the form ties what is sent, and nothing is lost when the session has ended") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        Browser browser;
        REQUIRE(world.through(browser, number).status == 303);
        const auto fresh_form = [&] {
            Fields form{{"aktivitet", "lamna-inspel"}, {"text", "Fler tåg till kusten"}, {"rubrik", "Tåg"},
                {"galler", "future-needs"}, {"amne", "resor"}, {"kommun", "2326"}, {"vem", "citizen"},
                {"organisation", ""}, {"kontakt", ""}, {"eid", "ja"}};
            const auto page = world.get(browser, "/processer/rus-2050/inspel/nytt");
            for (const auto& field : fields_in(page.body))
                if (field.first == "nyckel" && form.back().first != "nyckel") form.push_back(field);
            return form;
        };
        const auto send = [&](const Fields& form) {
            auto request = world.site.request(Method::post, "/processer/rus-2050/inspel");
            request.headers["cookie"] = "mina=" + browser.cookies["mina"];
            request.form = form;
            return world.site.answer(request);
        };
        const auto form = fresh_form();
        REQUIRE(send(form).status == 303);
        CHECK(contains(world.get(browser, own), "I-1 Tåg"));
        CHECK(database.db->run("SELECT inspel_id FROM inspel_identity").size() == 1);
        auto second = fresh_form();
        second[1].second = "Fler båtar till öarna";
        database.now += own_idle_limit + 1ms;
        const auto late = send(second);
        CHECK(late.status == 409);
        CHECK(contains(late, "Fler båtar till öarna"));
        CHECK(contains(late, "inte längre inloggad med e-legitimation"));
        CHECK(database.db->run("SELECT id FROM inspel").size() == 1);
    });
}

TEST_CASE("a service that is down is said on the page, and the link by mail is there") {
    detail::on_sqlite([](TestDatabase& database) {
        EidSite world{database};
        world.there.is_down = true;
        Browser browser;
        const auto refused = world.get(browser, begin);
        CHECK(location(refused) == "/mina-sidor?hos=eid&fel=svarar-inte");
        const auto page = world.get(browser, own, {{"hos", "eid"}, {"fel", "svarar-inte"}});
        CHECK(contains(page, "svarar inte"));
        CHECK(contains(page, "Skicka länken till mig"));
    });
}

TEST_CASE("without a service for participants no page speaks of eID") {
    detail::on_sqlite([](TestDatabase& database) {
        const TestSite site{database};
        CHECK_FALSE(contains(site.get(own), "e-legitimation"));
        CHECK_FALSE(contains(site.get("/processer/rus-2050/inspel/nytt"), "e-legitimation"));
        CHECK(site.get(begin).status == 404);
    });
}
