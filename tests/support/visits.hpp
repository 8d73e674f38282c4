#pragma once

#include "app/log/log_keys.hpp"
#include "app/staff/staff.hpp"
#include "jobs/log_job.hpp"
#include "store/files/checked_log.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"
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

    explicit TestSite(TestDatabase&);

    /// A log that the key of the tests signs, begun before anything has been done.
    static jobs::LogSettings begun(TestDatabase&, const std::filesystem::path& folder);

    void publish_log() const { jobs::publish_log(log, *database.writer, database.now); }

    /// A session of a member of staff with this role in this process.
    std::string session(Role, const Process&) const;

    web::http::Request request(
        web::http::Method, const std::string& target, const std::string& session_id = "") const;

    web::Response answer(const web::http::Request& request) const {
        return router.answer(web_site, *database.db, request);
    }

    web::Response get(
        const std::string& target, const std::string& session_id = "", web::http::Fields query = {}) const;

    /// Sent from a page that has just been loaded, unless the form says itself what its page showed.
    web::Response post(
        const std::string& target, const std::string& session_id, const web::http::Fields& form) const;

    /// Sent with these fields alone, and what proves whose they are.
    web::Response post_as_it_is(
        const std::string& target, const std::string& session_id, const web::http::Fields& form) const;

    /// The token of that session's forms, taken from a page.
    std::string csrf(const std::string& session_id) const;
};

}  // namespace example
