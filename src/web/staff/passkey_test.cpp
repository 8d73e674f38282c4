#include "domain/staff/passkey.hpp"
#include "base/base64url.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/test_passkey.hpp"
#include "support/visits.hpp"

#include <nlohmann/json.hpp>

using namespace example;
using nlohmann::json;
using test::Said;
using test::TestPasskey;

namespace {

const std::string leader_email = "process_leader@rus-2050.example";
const std::string staff_page = "/processer/rus-2050/handlaggning/personal";
const std::string page = "/konto/passnycklar";
const web::http::Fields invitation{{"namn", "Ny Åsa"}, {"epost", "ny@example.org"}, {"roll", "viewer"}};

std::string cookie_in(const web::Response& response, const std::string& name) {
    for (const auto& [header, value] : response.headers)
        if (header == "Set-Cookie" && value.starts_with(name + "="))
            return value.substr(name.size() + 1, value.find(';') - name.size() - 1);
    return {};
}

std::string challenge_in(const web::Response& response) {
    return from_base64url(json::parse(response.body).at("challenge").get<std::string>()).value();
}

/// The value of a hidden field; empty when the page has none such.
std::string hidden(const web::Response& response, const std::string& name) {
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto at = response.body.find(mark);
    if (at == response.body.npos) return {};
    const auto from = at + mark.size();
    return response.body.substr(from, response.body.find('"', from) - from);
}

/// A leader who has made a passkey on the page for it, as our script does.
struct Door {
    TestSite site;
    TestPasskey passkey;
    std::string session = site.session(Role::process_leader, site.world.revision);
    web::Response made;

    explicit Door(TestDatabase& database) : site{database} {
        made = make(passkey);
        session = cookie_in(made, "ms");
    }
    web::Response make(TestPasskey& with, const std::string& name = "Datorn") {
        const auto asked = site.post(page + "/fraga", session, {{"namn", name}});
        const auto question = json::parse(asked.body);
        with.user_handle = from_base64url(question.at("user").at("id").get<std::string>()).value();
        return site.post(page, session,
            {{"namn", name}, {"passnyckel", with.made_answer({.challenge = challenge_in(asked)})}});
    }
    /// With the cookie that the browser has for passkeys.
    web::Response post(
        const std::string& target, const std::string& browser, const web::http::Fields& form = {}) const {
        auto request = site.request(web::http::Method::post, target);
        request.form = form;
        if (!browser.empty()) request.headers["cookie"] = "passnyckel=" + browser;
        return site.answer(request);
    }
    web::Response enter(
        const web::Response& asked, const std::string& browser, const web::http::Fields& more = {}) const {
        web::http::Fields form{{"passnyckel", passkey.shown_answer({.challenge = challenge_in(asked)})}};
        form.insert(form.end(), more.begin(), more.end());
        return post("/inloggning/passnyckel", browser, form);
    }
    web::Response enter() const {
        const auto asked = post("/inloggning/passnyckel/fraga", "");
        return enter(asked, cookie_in(asked, "passnyckel"));
    }
    std::string proof(const TestPasskey& with) const {
        const auto asked = site.post("/konto/bekraftelse/fraga", session, {});
        return with.shown_answer({.challenge = challenge_in(asked)});
    }
    std::vector<Passkey> kept() const {
        const auto user = store::user_with_address(*site.database.db, leader_email)->id;
        return store::passkeys_of(*site.database.db, user);
    }
    bool is_signed_in(const std::string& with) const { return site.get("/konto", with).status == 200; }
};

web::http::Fields with(web::http::Fields form, const std::string& name, const std::string& value) {
    form.emplace_back(name, value);
    return form;
}

}  // namespace

TEST_CASE("who makes a passkey gets recovery codes once, a new session, and comes in with it") {
    on_each_database([](TestDatabase& database) {
        Door door{database};
        CHECK(door.made.status == 200);
        CHECK(contains(door.made, "Dina reservkoder"));
        CHECK(door.is_signed_in(door.session));
        CHECK(contains(door.site.get("/konto", door.session), "Du har 1 passnyckel"));
        CHECK(contains(door.site.get(page, door.session), "Datorn"));
        CHECK(contains(door.site.get(page, door.session), "10 reservkoder kvar"));

        const auto entered = door.enter();
        CHECK(entered.status == 303);
        CHECK(header(entered, "Location") == "/processer/rus-2050/handlaggning");
        CHECK(door.is_signed_in(cookie_in(entered, "ms")));
        CHECK(contains(door.site.get("/konto", cookie_in(entered, "ms")), "Med passnyckel"));
    });
}

TEST_CASE("a browser is asked for what we take, and told no number of the person") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto asked = door.site.post(page + "/fraga", door.session, {{"namn", "Telefonen"}});
        CHECK(header(asked, "Cache-Control") == "no-store");
        const auto question = json::parse(asked.body);
        CHECK(question["rp"]["id"] == "localhost");
        CHECK(question["attestation"] == "none");
        CHECK(question["authenticatorSelection"]["userVerification"] == "required");
        CHECK(question["authenticatorSelection"]["residentKey"] == "required");
        CHECK(question["excludeCredentials"][0]["id"] == base64url(door.passkey.id));
        CHECK(question["user"]["id"] == base64url(door.passkey.user_handle));
        CHECK(from_base64url(question["user"]["id"].get<std::string>())->size() == 32);

        const auto to_enter = json::parse(door.post("/inloggning/passnyckel/fraga", "").body);
        CHECK(to_enter["rpId"] == "localhost");
        CHECK(to_enter["userVerification"] == "required");
        CHECK_FALSE(to_enter.contains("allowCredentials"));
        const auto to_prove = json::parse(door.site.post("/konto/bekraftelse/fraga", door.session, {}).body);
        CHECK(to_prove["allowCredentials"][0]["id"] == base64url(door.passkey.id));
    });
}

TEST_CASE("an answer is taken from the browser that was asked, once, and every other in the same words") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto asked = door.post("/inloggning/passnyckel/fraga", "");
        const auto browser = cookie_in(asked, "passnyckel");
        const auto again = door.post("/inloggning/passnyckel/fraga", browser);
        CHECK(cookie_in(again, "passnyckel") == browser);  // two tabs
        CHECK(
            cookie_in(door.post("/inloggning/passnyckel/fraga", "x"), "passnyckel").size() == browser.size());
        TestPasskey stranger;
        for (const auto& refused :
            {door.enter(asked, ""), door.enter(asked, std::string(browser.size(), '0')),
                door.post("/inloggning/passnyckel", browser, {}),
                door.post("/inloggning/passnyckel", browser, {{"passnyckel", "{}"}}),
                door.post("/inloggning/passnyckel", browser, {{"passnyckel", std::string(40'000, '[')}}),
                door.post("/inloggning/passnyckel", browser,
                    {{"passnyckel", stranger.shown_answer({.challenge = challenge_in(asked)})}})}) {
            CHECK(refused.status == 422);
            CHECK(contains(refused, "Passnyckeln godtogs inte"));
            CHECK(cookie_in(refused, "ms").empty());
        }
        CHECK(door.enter(asked, browser).status == 303);
        CHECK(door.enter(asked, browser).status == 422);
        const auto own = door.enter(again, browser, {{"egen-enhet-passnyckel", "ja"}});
        CHECK(own.status == 303);
        bool is_kept = false;
        for (const auto& [name, value] : own.headers)
            is_kept = is_kept || (value.starts_with("ms=") && value.find("Max-Age=43200") != value.npos);
        CHECK(is_kept);
    });
}

TEST_CASE("something grave is done with a passkey after fifteen minutes, with all that was sent") {
    on_each_database([](TestDatabase& database) {
        Door door{database};
        database.now += 16min;
        const auto asked = door.site.post(staff_page, door.session, invitation);
        CHECK(asked.status == 403);
        CHECK(contains(asked, "data-passkey=\"/konto/bekraftelse/fraga\""));
        CHECK(hidden(asked, "namn") == "Ny Åsa");
        CHECK_FALSE(contains(asked, "name=\"losenfras\""));

        TestPasskey stranger;
        const auto wrong =
            door.site.post(staff_page, door.session, with(invitation, "passnyckel", door.proof(stranger)));
        CHECK(wrong.status == 422);
        CHECK(hidden(wrong, "namn") == "Ny Åsa");
        CHECK(hidden(wrong, "passnyckel").empty());
        CHECK_FALSE(store::user_with_address(*database.db, "ny@example.org"));

        const auto done = door.site.post(
            staff_page, door.session, with(invitation, "passnyckel", door.proof(door.passkey)));
        CHECK(done.status == 200);
        CHECK(store::user_with_address(*database.db, "ny@example.org"));
        CHECK_FALSE(door.is_signed_in(door.session));
        CHECK(door.is_signed_in(cookie_in(done, "ms")));
    });
}

TEST_CASE("an answer that was to sign in with does not prove anything, and one of another session neither") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto other = cookie_in(door.enter(), "ms");
        database.now += 16min;
        const auto asked = door.post("/inloggning/passnyckel/fraga", "");
        const auto to_enter = door.passkey.shown_answer({.challenge = challenge_in(asked)});
        CHECK(
            door.site.post(staff_page, door.session, with(invitation, "passnyckel", to_enter)).status == 422);
        const auto of_this = door.proof(door.passkey);
        CHECK(door.site.post(staff_page, other, with(invitation, "passnyckel", of_this)).status == 422);
        CHECK(
            door.site.post(staff_page, door.session, with(invitation, "passnyckel", of_this)).status == 200);
    });
}

TEST_CASE("the page of one's passkeys asks first, and leads back") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        database.now += 16min;
        const auto asked = door.site.get(page, door.session);
        CHECK(asked.status == 403);
        CHECK_FALSE(contains(asked, "Datorn"));
        const auto proved =
            door.site.post(page + "/bekraftelse", door.session, {{"passnyckel", door.proof(door.passkey)}});
        CHECK(proved.status == 303);
        CHECK(header(proved, "Location") == page);
        CHECK(contains(door.site.get(page, cookie_in(proved, "ms")), "Datorn"));
    });
}

TEST_CASE("a passkey is renamed and removed on the page, and the name is shown as it was written") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto id = std::to_string(door.kept().front().id.value);
        const auto rename = [&](const std::string& name) {
            return door.site.post(page + "/" + id + "/namn", door.session, {{"namn-" + id, name}});
        };
        CHECK(rename("<b>Min</b> telefon").status == 303);
        CHECK(contains(door.site.get(page, door.session), "&lt;b&gt;Min&lt;/b&gt; telefon"));
        const auto refused = rename(std::string(61, 'n'));
        CHECK(refused.status == 422);
        CHECK(contains(refused, std::string(61, 'n')));
        CHECK(contains(refused, "<details class=\"more\" open>"));

        const auto kept = door.site.post(page + "/" + id + "/borttagning", door.session, {});
        CHECK(kept.status == 422);  // the only process leader
        CHECK(door.kept().size() == 1);
        TestPasskey second;
        const auto made = door.make(second, "Telefonen");
        CHECK(made.status == 303);
        door.session = cookie_in(made, "ms");
        const auto removed = door.site.post(page + "/" + id + "/borttagning", door.session, {});
        CHECK(removed.status == 303);
        CHECK(door.kept().size() == 1);
        CHECK(door.enter().status == 422);
        CHECK(door.site.post(page + "/9/borttagning", cookie_in(removed, "ms"), {}).status == 404);
    });
}

TEST_CASE("a name is looked at before the device makes anything, and what the device answers afterwards") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto refused = door.site.post(page + "/fraga", door.session, {{"namn", std::string(61, 'n')}});
        CHECK(refused.status == 422);
        CHECK(json::parse(refused.body).at("complaint") == "Skriv högst 60 tecken");
        const auto wrong =
            door.site.post(page, door.session, {{"namn", "Telefonen"}, {"passnyckel", "skräp"}});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "Passnyckeln sparades inte"));
        CHECK(contains(wrong, "value=\"Telefonen\""));
        CHECK(door.is_signed_in(door.session));
    });
}

TEST_CASE("without scripts no passkey is offered, and where browsers make none the site asks for none") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto door_page = door.site.get("/inloggning");
        CHECK(contains(door_page, "data-passkey=\"/inloggning/passnyckel/fraga\""));
        CHECK(contains(door_page, " hidden>"));
        CHECK(contains(door_page, "passkey.js"));
        door.site.web_site.base_url = "http://192.0.2.1:8080";
        CHECK_FALSE(contains(door.site.get("/inloggning"), "data-passkey"));
        CHECK(door.post("/inloggning/passnyckel/fraga", "").status == 404);
        CHECK(door.post("/inloggning/passnyckel", "", {{"passnyckel", "{}"}}).status == 422);
        CHECK(door.site.post(page + "/fraga", door.session, {{"namn", "Datorn"}}).status == 404);
        CHECK(door.site.post(page, door.session, {{"namn", "Datorn"}}).status == 422);
        CHECK_FALSE(contains(door.site.get(page, door.session), "data-passkey"));
        database.now += 16min;
        CHECK_FALSE(contains(door.site.post(staff_page, door.session, invitation), "data-passkey"));
    });
}

TEST_CASE(
    "who was let in by a link from a leader is told what stops working, and a leader that somebody has one") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto handler = door.site.session(Role::handler, door.site.world.revision);
        const auto user = store::user_with_address(*database.db, "handler@rus-2050.example")->id;
        CHECK_FALSE(contains(door.site.get(page, handler), "slutar fungera"));
        (void)database.write([&](sql::Transaction& tx) -> Result<bool> {
            Passkey passkey;
            passkey.user = user;
            passkey.name = "Ledarens";
            passkey.credential = "AA";
            passkey.user_handle = "AA";
            passkey.made_at = database.now;
            passkey.process = door.site.world.revision.id;
            return store::add(tx, passkey).has_value();
        });
        CHECK(contains(door.site.get(page, handler), "slutar fungera"));
        CHECK(contains(door.site.get(page, handler), "Öppnar bara Strategi 2050."));
        const auto reset = staff_page + "/" + std::to_string(user.value) + "/ny-inloggning";
        CHECK(contains(door.site.get(staff_page, door.session), reset));
    });
}
