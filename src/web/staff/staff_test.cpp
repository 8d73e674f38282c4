#include "support/pages.hpp"

#include "app/site/setup.hpp"
#include "store/staff/staff_store.hpp"

using namespace example;

namespace {

std::string staff_page_of(const Process& process) {
    return "/processer/" + process.slug + "/handlaggning/personal";
}

std::string email_of(Role role, const Process& process) {
    return std::string{name_of(role)} + "@" + process.slug + ".example";
}

store::Member member(const TestSite& site, const Process& process, const std::string& email) {
    for (const auto& one : store::members_of(*site.database.db, process.id))
        if (one.user.email == email) return one;
    throw std::logic_error{"nobody has that address: " + email};
}

/// The token of the sign-in link that a page shows; empty when it shows none.
std::string token_on(const web::Response& response) {
    constexpr std::string_view mark = "/inloggning/";
    const auto at = response.body.find(mark);
    if (at == response.body.npos) return {};
    return response.body.substr(at + mark.size(), response.body.find('<', at) - at - mark.size());
}

/// The session that the answer signs in to; empty when it signs in to none.
std::string session_in(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") return value.substr(3, value.find(';') - 3);
    return {};
}

std::string in_capitals(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

web::Response invite(const TestSite& site, const Process& process, const std::string& leader,
    const std::string& email, const std::string& role) {
    return site.post(
        staff_page_of(process), leader, {{"namn", "Övertagen"}, {"epost", email}, {"roll", role}});
}

}  // namespace

TEST_CASE("a leader who invites somebody's account gets no way into it, and does not rename it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto attacker = site.session(Role::process_leader, site.other.revision);
        (void)site.session(Role::process_leader, site.world.revision);
        const auto victim = email_of(Role::process_leader, site.world.revision);

        for (const auto* role : {"viewer", "process_leader"})
            for (const auto& spelled : {victim, in_capitals(victim), "  " + victim + " "}) {
                const auto answer = invite(site, site.other.revision, attacker, spelled, role);
                CHECK(answer.status == 200);
                CHECK(token_on(answer).empty());
            }
        const auto account = member(site, site.world.revision, victim);
        CHECK(account.user.name == "process_leader");
        CHECK(account.role == Role::process_leader);
        CHECK(member(site, site.other.revision, victim).user.id == account.user.id);
    });
}

TEST_CASE("a link that a leader makes opens the leader's own process and no other") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto attacker = site.session(Role::process_leader, site.other.revision);
        const auto own = site.session(Role::process_leader, site.world.revision);
        const auto victim = email_of(Role::process_leader, site.world.revision);
        (void)invite(site, site.other.revision, attacker, victim, "viewer");
        const auto id = std::to_string(member(site, site.other.revision, victim).user.id.value);

        const auto made =
            site.post(staff_page_of(site.other.revision) + "/" + id + "/inloggningslank", attacker, {});
        const auto session = session_in(site.post("/inloggning/" + token_on(made), "", {}));
        REQUIRE_FALSE(session.empty());
        CHECK(site.get("/processer/annan/handlaggning", session).status == 200);
        CHECK(site.get("/processer/rus-2050/handlaggning", session).status == 403);
        CHECK(site.get("/processer/rus-2050/handlaggning", own).status == 200);
    });
}

TEST_CASE("nobody makes a link for, or takes a role from, somebody who is not in their process") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto attacker = site.session(Role::process_leader, site.other.revision);
        const auto victims = site.session(Role::handler, site.world.revision);
        const auto handler =
            member(site, site.world.revision, email_of(Role::handler, site.world.revision)).user.id;
        const auto at = staff_page_of(site.other.revision) + "/" + std::to_string(handler.value);

        for (const auto* what : {"/inloggningslank", "/borttagning"}) {
            const auto answer = site.post(at + what, attacker, {});
            CHECK(answer.status == 404);
            CHECK(token_on(answer).empty());
        }
        CHECK(site.get("/processer/rus-2050/handlaggning", victims).status == 200);
    });
}

TEST_CASE("taking a role in one process away leaves what opens another") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto attacker = site.session(Role::process_leader, site.other.revision);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto made = invite(site, site.world.revision, leader, "ny@example.org", "handler");
        (void)invite(site, site.other.revision, attacker, "ny@example.org", "viewer");
        const auto id = std::to_string(member(site, site.other.revision, "ny@example.org").user.id.value);
        CHECK(
            site.post(staff_page_of(site.other.revision) + "/" + id + "/borttagning", attacker, {}).status ==
            303);

        const auto session = session_in(site.post("/inloggning/" + token_on(made), "", {}));
        CHECK(site.get("/processer/rus-2050/handlaggning", session).status == 200);
        CHECK(site.get("/processer/annan/handlaggning", session).status == 403);
    });
}

TEST_CASE("the last process leader stays one, whoever asks and however") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto email = email_of(Role::process_leader, site.world.revision);
        for (const auto& [role, word, label] : names_of<Role>)
            if (role != Role::process_leader) {
                const auto refused = invite(site, site.world.revision, leader, email, std::string{word});
                CHECK(refused.status == 422);
                CHECK(contains(refused, email));  // what was typed comes back
            }
        CHECK(member(site, site.world.revision, email).role == Role::process_leader);

        CHECK(invite(site, site.world.revision, leader, "andra@example.org", "process_leader").status == 200);
        CHECK(invite(site, site.world.revision, leader, email, "viewer").status == 200);
        CHECK(member(site, site.world.revision, email).role == Role::viewer);
    });
}

TEST_CASE("a new link replaces the one before") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto first = token_on(invite(site, site.world.revision, leader, "ny@example.org", "handler"));
        const auto id = std::to_string(member(site, site.world.revision, "ny@example.org").user.id.value);
        const auto second = token_on(
            site.post(staff_page_of(site.world.revision) + "/" + id + "/inloggningslank", leader, {}));
        CHECK(site.post("/inloggning/" + first, "", {}).status == 410);
        CHECK(site.post("/inloggning/" + second, "", {}).status == 303);
        CHECK(site.post("/inloggning/" + second, "", {}).status == 410);
    });
}

TEST_CASE("a leader's link is good for an hour") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto token = token_on(invite(site, site.world.revision, leader, "ny@example.org", "handler"));
        database.now += app::sign_in_link_life;
        CHECK(site.get("/inloggning/" + token).status == 410);
        CHECK(site.post("/inloggning/" + token, "", {}).status == 410);
    });
}

TEST_CASE("who holds the setup link is not signed in to an account that is there, and does not rename it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        (void)site.session(Role::process_leader, site.world.revision);
        const auto victim = email_of(Role::process_leader, site.world.revision);
        const auto token = database.act([](auto& act) { return app::make_setup_link(act); }).value();

        const auto at = "/installation/" + token;
        (void)site.post(at + "/ledare", "", {{"namn", "Övertagen"}, {"din-epost", victim}});
        (void)site.post(at + "/mejl", "", {{"val", "later"}});
        (void)site.post(at + "/beslut", "", {{"titel", "Tredje"}, {"adress", "tredje"}});
        (void)site.post(at + "/kontakt", "", {{"roll", "Ledaren"}, {"epost", "fragor@example.org"}});
        const auto opened = site.post(at, "", {});
        CHECK(opened.status == 200);
        CHECK(session_in(opened).empty());
        CHECK(token_on(opened).empty());
        const auto third = store::process_named(*database.db, "tredje");
        REQUIRE(third);
        CHECK(member(site, *third, victim).user.name == "process_leader");
    });
}

TEST_CASE("the person chooses their own name, and signs out everywhere but here") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto here = site.session(Role::handler, site.world.revision);
        const auto there = site.session(Role::handler, site.world.revision);
        CHECK(site.post("/konto/namn", here, {{"namn", ""}}).status == 422);
        CHECK(site.post("/konto/namn", here, {{"namn", "Eva Ek"}}).status == 303);
        CHECK(contains(site.get("/konto", there), "Eva Ek"));

        CHECK(site.post("/konto/andra-inloggningar", here, {}).status == 303);
        CHECK(site.get("/konto", here).status == 200);
        CHECK(site.get("/konto", there).status == 403);
        CHECK(site.get("/konto").status == 403);
    });
}

TEST_CASE("who came by a leader's link neither renames, nor sees or ends, what is of another process") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto attacker = site.session(Role::process_leader, site.other.revision);
        const auto own = site.session(Role::process_leader, site.world.revision);
        const auto again = site.session(Role::process_leader, site.world.revision);
        const auto victim = email_of(Role::process_leader, site.world.revision);
        (void)invite(site, site.other.revision, attacker, victim, "viewer");
        const auto id = std::to_string(member(site, site.other.revision, victim).user.id.value);
        const auto made =
            site.post(staff_page_of(site.other.revision) + "/" + id + "/inloggningslank", attacker, {});
        const auto intruder = session_in(site.post("/inloggning/" + token_on(made), "", {}));
        REQUIRE_FALSE(intruder.empty());

        CHECK(site.post("/konto/namn", intruder, {{"namn", "Övertagen"}}).status == 403);
        CHECK(site.post("/konto/andra-inloggningar", intruder, {}).status == 303);
        for (const auto& session : {own, again})
            CHECK(site.get("/processer/rus-2050/handlaggning", session).status == 200);
        CHECK(app::living_sessions(*database.db, intruder, database.now).size() == 1);
        CHECK(app::living_sessions(*database.db, again, database.now).size() == 3);
    });
}
