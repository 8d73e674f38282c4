#pragma once

#include "app/log/log_keys.hpp"
#include "app/staff/staff.hpp"
#include "jobs/log_job.hpp"
#include "store/files/checked_log.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"
#include "support/seen.hpp"
#include "web/routes.hpp"

#include <algorithm>

/// Requests to the site's own router, as if they had come through the server.
namespace example {

inline bool contains(const web::Response& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

/// The value of a header of the answer; empty where it has none.
inline std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

struct TestSite {
    test::Scratch published;
    TestDatabase& database;
    jobs::LogSettings log;
    World world;
    World other;
    web::Site web_site;
    web::Router router{web::all_routes()};

    explicit TestSite(TestDatabase& where)
        : database{where},
          log{begun(where, published.folder)},
          world{settle(where)},
          other{settle(where, "annan")},
          web_site{*where.writer, stockholm, [&where] { return where.now; }, secret, "http://localhost:8080",
              published.folder.string(),
              std::make_shared<store::CheckedLog>(published.folder, std::vector{log.key.verifier()})} {}

    /// A log that the key of the tests signs, begun before anything has been done.
    static jobs::LogSettings begun(TestDatabase& where, const std::filesystem::path& folder) {
        jobs::LogSettings settings{where.where, folder, key_of("localhost/medskapa/test")};
        (void)where.act(
            [&](auto& act) { return app::open_log(act, openlog::as_vkey(settings.key.verifier())); });
        return settings;
    }

    void publish_log() const { jobs::publish_log(log, *database.writer, database.now); }

    /// A session of a member of staff with this role in this process.
    std::string session(Role role, const Process& process) const {
        const auto name = std::string{name_of(role)};
        const auto token = database.act(process, [&](auto& act) -> Result<std::string> {
            const auto invited =
                app::invite(act, {{}, name + "@" + process.slug + ".example", name}, role).value();
            return app::make_sign_in_link(act, invited.user.id);
        });
        return database.act([&](auto& act) { return app::sign_in(act, *token); }).value();
    }

    web::http::Request request(
        web::http::Method method, const std::string& target, const std::string& session_id = "") const {
        web::http::Request request;
        request.method = method;
        const auto mark = target.find('?');
        request.path = target.substr(0, mark);
        if (mark != target.npos) request.query_text = target.substr(mark + 1);
        request.headers["host"] = "localhost:8080";
        if (!session_id.empty()) request.headers["cookie"] = "ms=" + session_id;
        if (!session_id.empty()) request.form.emplace_back("bevis", csrf(session_id));
        if (!session_id.empty() && method == web::http::Method::post)
            for (const auto& seen : everything_seen(*database.db))
                request.form.emplace_back(web::seen_name, seen.row + ':' + seen.version);
        request.id = "test";
        request.remote_address = "127.0.0.1";
        return request;
    }

    web::Response answer(const web::http::Request& request) const {
        return router.answer(web_site, *database.db, request);
    }

    web::Response get(
        const std::string& target, const std::string& session_id = "", web::http::Fields query = {}) const {
        auto asked = request(web::http::Method::get, target, session_id);
        asked.query = std::move(query);
        return answer(asked);
    }

    /// Sent from a page that has just been loaded, unless the form says itself what its page showed.
    web::Response post(
        const std::string& target, const std::string& session_id, const web::http::Fields& form) const {
        auto asked = request(web::http::Method::post, target, session_id);
        asked.form.insert(asked.form.end(), form.begin(), form.end());
        return answer(asked);
    }

    /// Sent with these fields alone, and what proves whose they are.
    web::Response post_as_it_is(
        const std::string& target, const std::string& session_id, const web::http::Fields& form) const {
        auto asked = request(web::http::Method::post, target, session_id);
        asked.form = form;
        asked.form.emplace_back("bevis", csrf(session_id));
        return answer(asked);
    }

    /// The token of that session's forms, taken from a page.
    std::string csrf(const std::string& session_id) const {
        web::http::Request page;
        page.path = "/processer/" + world.revision.slug + "/kvittens";
        page.headers = {{"host", "localhost:8080"}, {"cookie", "ms=" + session_id}};
        page.remote_address = "127.0.0.1";
        const auto body = answer(page).body;
        const auto at = body.find("name=\"bevis\" value=\"");
        return at == body.npos ? std::string{} : body.substr(at + 20, body.find('"', at + 20) - at - 20);
    }
};

}  // namespace example
