#include "store/files/restore_mark.hpp"

#include "store/files/durable_file.hpp"

namespace medskapa::store {

void leave_restore_mark(sql::Connection& db, Instant now) {
    db.run("INSERT INTO restore_mark (restored_at) VALUES ($1)", now);
}

void take_restore_mark(sql::Connection& db, const Installation& installation) {
    if (db.run("SELECT 1 AS found FROM restore_mark LIMIT 1").empty()) return;
    write_durably(
        installation.restore_mark(), "A backup was restored into the database alone.\n", Readers::owner);
    db.run("DELETE FROM restore_mark");
}

}  // namespace medskapa::store
