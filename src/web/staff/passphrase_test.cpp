#include "app/staff/sign_in.hpp"
#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/log/log_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/visits.hpp"

using namespace example;

namespace {

const std::string phrase = "fyra ord om havet";
const std::string leader_email = "process_leader@rus-2050.example";
const std::string staff_page = "/processer/rus-2050/handlaggning/personal";

/// The value of a hidden field; empty when the page has none such.
std::string hidden(const web::Response& response, const std::string& name) {
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto at = response.body.find(mark);
    if (at == response.body.npos) return {};
    const auto from = at + mark.size();
    return response.body.substr(from, response.body.find('"', from) - from);
}

std::string cookie_of(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") return value;
    return {};
}

std::string session_of(const web::Response& response) {
    const auto cookie = cookie_of(response);
    return cookie.empty() ? cookie : cookie.substr(3, cookie.find(';') - 3);
}

/// A leader who has set up a passphrase on the page for it.
struct Door {
    TestSite site;
    std::string session = site.session(Role::process_leader, site.world.revision);
    std::string key;
    web::Response codes;

    explicit Door(TestDatabase& database) : site{database} {
        key = from_hex(hidden(site.get("/konto/losenfras", session), "appnyckel")).value();
        codes = site.post("/konto/losenfras", session,
            {{"ny-losenfras", phrase}, {"engangskod", code()}, {"appnyckel", hex(key)}});
        session = session_of(codes);
    }
    std::string code() const { return one_time_code(key, one_time_step(site.database.now)); }
    std::string next_code() {
        site.database.now += 30s;
        return code();
    }
    web::Response enter(const std::string& email, const std::string& passphrase, const std::string& with,
        const web::http::Fields& more = {}) const {
        web::http::Fields form{{"anvandare", email}, {"losenfras", passphrase}, {"engangskod", with}};
        form.insert(form.end(), more.begin(), more.end());
        return site.post("/inloggning/losenfras", "", form);
    }
    bool is_signed_in(const std::string& with) const { return site.get("/konto", with).status == 200; }
};

const web::http::Fields invitation{{"namn", "Ny Åsa"}, {"epost", "ny@example.org"}, {"roll", "viewer"}};

web::http::Fields with(web::http::Fields form, const web::http::Fields& more) {
    form.insert(form.end(), more.begin(), more.end());
    return form;
}

}  // namespace

TEST_CASE(
    "who sets up a passphrase gets ten codes once, a new session, and comes in by passphrase and code") {
    on_each_database([](TestDatabase& database) {
        Door door{database};
        CHECK(door.codes.status == 200);
        REQUIRE_FALSE(door.session.empty());
        std::size_t shown = 0;
        for (auto at = door.codes.body.find("<code>"); at != std::string::npos;
             at = door.codes.body.find("<code>", at + 1))
            ++shown;
        CHECK(shown == 10);
        CHECK_FALSE(contains(door.codes, phrase));
        CHECK(contains(door.site.get("/konto", door.session), "10 reservkoder kvar"));
        CHECK(door.enter(leader_email, phrase, door.next_code()).status == 303);
    });
}

TEST_CASE("one's own device keeps the session when the browser is closed, and others do not") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto shared = door.enter(leader_email, phrase, door.next_code());
        CHECK(shared.status == 303);
        CHECK(cookie_of(shared).find("Max-Age") == std::string::npos);
        const auto own = door.enter(leader_email, phrase, door.next_code(), {{"egen-enhet", "ja"}});
        CHECK(cookie_of(own).find("Max-Age=43200") != std::string::npos);
        CHECK(door.is_signed_in(session_of(shared)));
        CHECK(door.is_signed_in(session_of(own)));
    });
}

TEST_CASE("a wrong passphrase, a wrong code and an unknown address are refused in the same words") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto code = door.next_code();
        const auto answers = {door.enter(leader_email, "fel ord om havet", code),
            door.enter(leader_email, phrase, "000000"), door.enter("ingen@example.org", phrase, code),
            door.enter(leader_email + "x", phrase, code)};
        for (const auto& answer : answers) {
            CHECK(answer.status == 422);
            CHECK(contains(answer, "Adress, lösenfras och kod hör inte ihop"));
            CHECK(session_of(answer).empty());
            CHECK_FALSE(contains(answer, "ord om havet"));
            CHECK_FALSE(contains(answer, code));
        }
        CHECK(door.enter("  " + leader_email + " ", phrase, code).status == 303);
        CHECK(door.enter(leader_email, phrase, code).status == 422);  // it was used
        CHECK(door.enter("", phrase, code).status == 422);
    });
}

TEST_CASE(
    "after too many wrong tries only a recovery code or a link lets the person in, until there are more") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        for (int i = 0; i < 60; ++i) (void)door.enter(leader_email, phrase, "000000");
        const auto refused = door.enter(leader_email, phrase, door.code());
        CHECK(refused.status == 429);
        CHECK(contains(refused, "För många felaktiga försök"));
        CHECK(door.enter("bo@example.org", phrase, "000000").status == 422);
        const auto at = door.codes.body.find("<code>") + 6;
        CHECK(door.enter(leader_email, phrase, door.codes.body.substr(at, 19)).status == 303);
        database.now += 2min;
        CHECK(door.enter(leader_email, phrase, door.next_code()).status == 303);
    });
}

TEST_CASE("something grave is asked for again after fifteen minutes, and what was typed is done with it") {
    on_each_database([](TestDatabase& database) {
        Door door{database};
        const auto entries = [&] { return store::log_size(*database.db); };
        database.now += fresh_sign_in;
        const auto before = entries();
        CHECK(door.site.post(staff_page, door.session, invitation).status == 200);
        CHECK(entries() == before + 1);

        database.now += 1s;
        const auto asked = door.site.post(staff_page, door.session, invitation);
        CHECK(asked.status == 403);
        CHECK(entries() == before + 1);
        CHECK(hidden(asked, "namn") == "Ny Åsa");
        CHECK(hidden(asked, "roll") == "viewer");
        CHECK(contains(asked, "action=\"" + staff_page + "\""));

        const auto wrong = door.site.post(
            staff_page, door.session, with(invitation, {{"losenfras", phrase}, {"engangskod", "000000"}}));
        CHECK(wrong.status == 422);
        CHECK(hidden(wrong, "namn") == "Ny Åsa");
        CHECK_FALSE(contains(wrong, phrase));
        CHECK(entries() == before + 1);

        const auto form = with(invitation, {{"losenfras", phrase}, {"engangskod", door.next_code()}});
        const auto done = door.site.post(staff_page, door.session, form);
        CHECK(done.status == 200);
        CHECK(entries() == before + 2);
        CHECK_FALSE(door.is_signed_in(door.session));
        CHECK(door.is_signed_in(session_of(done)));
        CHECK(door.site.post(staff_page, session_of(done), invitation).status == 200);
    });
}

TEST_CASE("another's passphrase does not prove who one is") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto other = door.site.session(Role::process_leader, door.site.other.revision);
        database.now += 16min;
        const auto answer = door.site.post("/processer/annan/handlaggning/personal", other,
            with(invitation, {{"losenfras", phrase}, {"engangskod", door.code()}}));
        CHECK(answer.status == 422);
        CHECK(session_of(answer).empty());
    });
}

TEST_CASE("who has no passphrase is asked to sign in by a link, and the form can be sent after that") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto stale = site.session(Role::process_leader, site.world.revision);
        database.now += 16min;
        const auto asked = site.post(staff_page, stale, invitation);
        CHECK(asked.status == 403);
        CHECK(hidden(asked, "epost") == leader_email);
        CHECK_FALSE(contains(asked, "name=\"losenfras\""));
        CHECK(hidden(asked, "namn") == "Ny Åsa");
        const auto fresh = site.session(Role::process_leader, site.world.revision);
        CHECK(site.post(staff_page, fresh, invitation).status == 200);
    });
}

TEST_CASE("every grave route asks again of a sign-in that is old, whoever may do it, and does nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto stale = site.session(Role::process_leader, site.world.revision);
        database.now += 16min;
        int grave = 0;
        for (const auto& route : site.router.routes()) {
            if (route.method != web::http::Method::post || !asks_again(route.action)) continue;
            std::string address{route.address.pattern()};
            if (const auto at = address.find("{process}"); at != address.npos)
                address.replace(at, 9, "rus-2050");
            for (auto at = address.find('{'); at != address.npos; at = address.find('{'))
                address.replace(at, address.find('}') + 1 - at, "1");
            CAPTURE(address);
            const auto answer = site.post(address, stale, {});
            CHECK(answer.status == 403);
            CHECK(contains(answer, "Logga in en gång till"));
            ++grave;
        }
        CHECK(grave > 10);
    });
}

TEST_CASE("the page to change how one signs in asks first, and leads back") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        database.now += 16min;
        const auto asked = door.site.get("/konto/losenfras", door.session);
        CHECK(asked.status == 403);
        CHECK(hidden(asked, "appnyckel").empty());
        const auto proved = door.site.post(
            "/konto/bekraftelse", door.session, {{"losenfras", phrase}, {"engangskod", door.code()}});
        CHECK(proved.status == 303);
        CHECK(door.site.get("/konto/losenfras", session_of(proved)).status == 200);
    });
}

TEST_CASE("a passphrase that is guessed easily is refused, and the key stays the one that the app has") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::process_leader, site.world.revision);
        const auto key = hidden(site.get("/konto/losenfras", session), "appnyckel");
        for (const auto* typed :
            {"", "elva tecken", "aaaaaaaaaaaaaaaaaaaa", "process_leader1", "Medskapa2026"}) {
            const auto refused = site.post("/konto/losenfras", session,
                {{"ny-losenfras", typed}, {"appnyckel", key}, {"engangskod", "1"}});
            CHECK(refused.status == 422);
            CHECK(hidden(refused, "appnyckel") == key);
        }
    });
}

TEST_CASE(
    "a device is signed out from the list, and what is written in the address of another's does nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto there = session_of(door.enter(leader_email, phrase, door.next_code()));
        const auto at = "/konto/inloggningar/" + hex(app::digest_of_token(there)) + "/utloggning";
        CHECK(contains(door.site.get("/konto", door.session), at));
        const auto other = door.site.session(Role::process_leader, door.site.other.revision);
        CHECK(door.site.post(at, other, {}).status == 404);
        CHECK(door.is_signed_in(there));
        CHECK(door.site.post(at, door.session, {}).status == 303);
        CHECK_FALSE(door.is_signed_in(there));
    });
}

TEST_CASE("a leader lets somebody begin anew from the page of the staff, and not oneself") {
    detail::on_sqlite([](TestDatabase& database) {
        Door door{database};
        const auto own = store::user_with_address(*database.db, leader_email)->id.value;
        const auto page = [&](std::int64_t id) {
            return staff_page + "/" + std::to_string(id) + "/ny-inloggning";
        };
        CHECK(door.site.post(page(own), door.session, {}).status == 422);
        CHECK(door.is_signed_in(door.session));
        const auto other = door.site.session(Role::handler, door.site.world.revision);
        const auto id = store::user_with_address(*database.db, "handler@rus-2050.example")->id.value;
        const auto answer = door.site.post(page(id), door.session, {});
        CHECK(answer.status == 200);
        CHECK(contains(answer, "http://localhost:8080/inloggning/"));
        CHECK_FALSE(door.is_signed_in(other));
    });
}
