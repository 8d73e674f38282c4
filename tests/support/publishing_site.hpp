#pragma once

#include <fstream>
#include <utility>
#include "app/log/log_keys.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/signing/witness.hpp"
#include "jobs/log_job.hpp"
#include "jobs/publish_log.hpp"
#include "store/files/log_folder.hpp"
#include "store/migrations/migrate.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"

namespace example::inline publishing_site_shared {

/// A site whose log has begun, and the folder where it is published.
struct PublishingSite {
    TestDatabase& database;
    test::Scratch scratch = {};
    openlog::SigningKey key = key_of("localhost/medskapa/test");
    std::vector<openlog::SigningKey> later_keys = {};

    explicit PublishingSite(TestDatabase& where) : database{where} {
        (void)database.act([&](auto& act) { return app::open_log(act, openlog::as_vkey(key.verifier())); });
        settle(database);
    }

    jobs::LogSettings settings() const { return {database.where, scratch.folder, key, later_keys}; }
    jobs::LogPublisher publisher() const { return {settings(), *database.writer}; }
    /// The log gets a new key, signed by the one that it has.
    void rotate(const openlog::SigningKey& next) {
        const auto& now = later_keys.empty() ? key : later_keys.back();
        REQUIRE(database.act([&](auto& act) { return app::rotate_key(act, now, next.verifier()); }));
        later_keys.push_back(next);
    }
    openlog::Fetch files() const { return store::files_in(scratch.folder); }
    openlog::AuditReport audited() const {
        return openlog::audit(files(), {{key.verifier()}, {}, {}, {}}).value();
    }
    std::uint64_t size() const { return audited().newest.checkpoint.head.size; }
    /// What somebody does who has got at the database itself.
    void tamper(const std::string& statement) {
        const auto db = sql::open(database.where, sql::Access::read_write);
        db->script(statement);
    }
};

}  // namespace example::inline publishing_site_shared
