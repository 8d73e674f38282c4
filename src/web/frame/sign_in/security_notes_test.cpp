#include "web/frame/sign_in/security_notes.hpp"

#include "support/markup.hpp"
#include "support/visits.hpp"

#include <nlohmann/json.hpp>
#include <regex>

using namespace example;

namespace {

/// A site that notes, and what it has noted when the notes have been closed.
struct Noting {
    std::mutex mutex = {};
    std::vector<std::string> lines = {};

    void begin(TestSite& site) {
        site.web_site.security = std::make_shared<web::SecurityNotes>(
            [this](const std::string& line) {
                const std::lock_guard lock{mutex};
                lines.push_back(line);
            },
            [&site] { return site.database.now; });
    }
    /// By event: how many lines, after all has been written.
    std::map<std::string, int> end(TestSite& site) {
        site.web_site.security.reset();
        std::map<std::string, int> events;
        for (const auto& line : lines) ++events[nlohmann::json::parse(line).at("event")];
        return events;
    }
};

/// Numbers, and words of a few letters: what else could be somebody's.
const std::regex safe{
    R"re(\{"datetime":"[0-9TZ:.-]+","appid":"medskapa","event":"[a-z_]+","level":"[A-Z]+"(,"(userid|subject|count)":-?[0-9]+|,"(resource|reason)":"[a-z_]+"|,"network":"[0-9a-f]{16}")*\})re"};

web::http::Request from(web::http::Request request, const std::string& address) {
    request.remote_address = address;
    return request;
}

}  // namespace

TEST_CASE("who comes in, who is refused, and what is changed is noted by the account's number") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        Noting notes;
        notes.begin(site);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto viewer = site.session(Role::viewer, site.world.revision);
        const auto desk = std::string{"/processer/rus-2050/handlaggning"};

        (void)site.post("/inloggning/AAAA", "", {});
        (void)site.post("/inloggning/losenfras", "",
            {{"anvandare", "process_leader@rus-2050.example"}, {"losenfras", "fyra ord som ingen gissar"},
                {"engangskod", "123456"}});
        (void)site.get(desk + "/webbplats", viewer);
        (void)site.get(desk);
        (void)site.get(desk);
        (void)site.post(
            desk + "/personal", leader, {{"namn", "Ny"}, {"epost", "ny@example.org"}, {"roll", "handler"}});
        (void)site.post(desk + "/webbplats/utseende", leader, {{"landskap", "ridges"}});
        (void)site.post("/utloggning", viewer, {});

        const auto events = notes.end(site);
        CHECK(events.at("authn_login_fail") == 2);
        CHECK(events.at("authz_fail") == 2);  // the viewer's by itself, the strangers' together
        CHECK(events.at("authz_change") == 1);
        CHECK(events.at("session_expired") == 1);
    });
}

TEST_CASE("nothing that somebody sends stands in a line, whatever it is and wherever it is sent") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        Noting notes;
        notes.begin(site);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        for (const auto& text : markup::hostile_texts())
            for (const auto* target :
                {"/inloggning", "/inloggning/losenfras", "/inloggning/{}", "/installation/{}",
                    "/processer/rus-2050/inspel", "/processer/rus-2050/handlaggning/personal",
                    "/processer/rus-2050/handlaggning/webbplats/om-webbplatsen", "/konto/namn"}) {
                auto request = site.request(web::http::Method::post, target, leader);
                for (const auto* name :
                    {"namn", "epost", "anvandare", "losenfras", "engangskod", "bevis", "titel"})
                    request.form.emplace_back(name, text);
                request.headers["user-agent"] = text;
                request.headers["origin"] = text;
                request.path += request.path.ends_with("{}") ? "/" + text : "";
                (void)site.answer(from(request, text));
                request.headers.erase("origin");
                (void)site.answer(from(request, "203.0.113.7"));
            }
        (void)notes.end(site);
        REQUIRE_FALSE(notes.lines.empty());
        for (const auto& line : notes.lines) CHECK_MESSAGE(std::regex_match(line, safe), line);
    });
}

TEST_CASE("a network is the same digest all day, another the next, and none for the machine itself") {
    web::SecurityNotes notes{[](const std::string&) {}, [] { return noon; }};
    const auto first = notes.network_of("203.0.113.7", noon);
    CHECK(first != 0);
    CHECK(notes.network_of("203.0.113.200", noon + 1h) == first);
    CHECK(notes.network_of("198.51.100.1", noon) != first);
    CHECK(notes.network_of("203.0.113.7", noon + 24h) != first);
    CHECK(notes.network_of("127.0.0.1", noon) == 0);
}
