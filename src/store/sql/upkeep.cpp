#include "store/sql/upkeep.hpp"

namespace medskapa::sql {

bool is_whole(Connection& db) {
    return db.run("PRAGMA integrity_check").front().text("integrity_check") == "ok";
}

void copy_into(Connection& db, const std::string& file) {
    db.run("VACUUM INTO $1", file);
}

bool try_lock(Connection& db, std::int64_t lock) {
    return db.run("SELECT CASE WHEN pg_try_advisory_lock($1) THEN 1 ELSE 0 END AS got", lock)
        .front()
        .flag("got");
}

}  // namespace medskapa::sql
