#include "support/visits.hpp"

#include "app/log/log_keys.hpp"
#include "app/staff/staff.hpp"
#include "support/published_log.hpp"
#include "support/seen.hpp"

namespace example {

TestSite::TestSite(TestDatabase& where)
    : database{where},
      log{begun(where, published.folder)},
      world{settle(where)},
      other{settle(where, "annan")},
      web_site{*where.writer, stockholm, [&where] { return where.now; }, secret, "http://localhost:8080",
          published.folder.string(),
          std::make_shared<store::CheckedLog>(published.folder, std::vector{log.key.verifier()})} {}

jobs::LogSettings TestSite::begun(TestDatabase& where, const std::filesystem::path& folder) {
    jobs::LogSettings settings{where.where, folder, key_of("localhost/medskapa/test")};
    (void)where.act([&](auto& act) { return app::open_log(act, openlog::as_vkey(settings.key.verifier())); });
    return settings;
}

std::string TestSite::session(Role role, const Process& process) const {
    const auto name = std::string{name_of(role)};
    const auto token = database.act(process, [&](auto& act) -> Result<std::string> {
        const auto invited =
            app::invite(act, {{}, name + "@" + process.slug + ".example", name}, role).value();
        return app::make_sign_in_link(act, invited.user.id);
    });
    return database.act([&](auto& act) { return app::sign_in(act, *token); }).value();
}

web::http::Request TestSite::request(
    web::http::Method method, const std::string& target, const std::string& session_id) const {
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

web::Response TestSite::get(
    const std::string& target, const std::string& session_id, web::http::Fields query) const {
    auto asked = request(web::http::Method::get, target, session_id);
    asked.query = std::move(query);
    return answer(asked);
}

web::Response TestSite::post(
    const std::string& target, const std::string& session_id, const web::http::Fields& form) const {
    auto asked = request(web::http::Method::post, target, session_id);
    asked.form.insert(asked.form.end(), form.begin(), form.end());
    return answer(asked);
}

web::Response TestSite::post_as_it_is(
    const std::string& target, const std::string& session_id, const web::http::Fields& form) const {
    auto asked = request(web::http::Method::post, target, session_id);
    asked.form = form;
    asked.form.emplace_back("bevis", csrf(session_id));
    return answer(asked);
}

std::string TestSite::csrf(const std::string& session_id) const {
    web::http::Request page;
    page.path = "/processer/" + world.revision.slug + "/kvittens";
    page.headers = {{"host", "localhost:8080"}, {"cookie", "ms=" + session_id}};
    page.remote_address = "127.0.0.1";
    const auto body = answer(page).body;
    const auto at = body.find("name=\"bevis\" value=\"");
    return at == body.npos ? std::string{} : body.substr(at + 20, body.find('"', at + 20) - at - 20);
}

}  // namespace example
