#include "store/move/held_still.hpp"

#include "store/files/installation.hpp"

#include <thread>

namespace medskapa::store {
namespace {

constexpr auto in_use =
    N_("Somebody works with the database that is to be moved: what they write now would be lost. Stop the "
       "server and other commands, and try again.");

/// PostgreSQL needs a moment to see that somebody has gone.
constexpr int most_looks = 20;
constexpr std::chrono::milliseconds between_looks{100};

bool is_used_by_others(sql::Connection& db) {
    return db
        .run(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
            "AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend') "
            "THEN 1 ELSE 0 END AS used")
        .front()
        .flag("used");
}

void refuse_used(sql::Connection& db) {
    for (int looks = 0; is_used_by_others(db); ++looks) {
        if (looks == most_looks) throw InstallationUnusable{{{}, in_use}};
        std::this_thread::sleep_for(between_looks);
    }
}

}  // namespace

HeldStill::HeldStill(const sql::Database& database) : guard_{sql::open(database, sql::Access::read_write)} {
    const bool is_postgres = database.is_postgres();
    if (is_postgres) refuse_used(*guard_);
    try {
        guard_->begin_writing();
    } catch (const sql::Error& error) {
        if (std::string_view{error.what()}.find("lock") == std::string_view::npos) throw;
        throw InstallationUnusable{{{}, in_use}};
    }
    if (!is_postgres) return;
    reader_ = sql::open(database, sql::Access::read_only);
    reader_->begin_reading();
}

HeldStill::~HeldStill() {
    for (auto* connection : {reader_.get(), guard_.get()}) {
        if (connection == nullptr) continue;
        try {
            connection->run("ROLLBACK");
        } catch (const sql::Error&) {
            // The connection is lost already, and its lock with it.
        }
    }
}

}  // namespace medskapa::store
