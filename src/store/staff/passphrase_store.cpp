#include "store/staff/passphrase_store.hpp"

namespace medskapa::store {

void save(sql::Transaction& tx, const Passphrase& passphrase) {
    remove_passphrase(tx, passphrase.user);
    tx.db().run(R"(
        INSERT INTO passphrase (staff_id, hash, one_time_key, last_step, changed_at, process_id)
        VALUES ($1, $2, $3, $4, $5, $6))",
        passphrase.user, passphrase.hash, sql::Bytes{passphrase.one_time_key}, passphrase.last_step,
        passphrase.changed_at, passphrase.process);
}

void remove_passphrase(sql::Transaction& tx, Id<User> user) {
    tx.db().run("DELETE FROM passphrase WHERE staff_id = $1", user);
}

std::optional<Passphrase> passphrase_of(sql::Connection& db, Id<User> user) {
    const auto rows = db.run(
        "SELECT hash, one_time_key, last_step, changed_at, process_id FROM passphrase WHERE staff_id = $1",
        user);
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return Passphrase{user, row.text("hash"), row.bytes("one_time_key"), row.integer("last_step"),
        row.instant("changed_at"), row.id<Process>("process_id")};
}

bool use_step(sql::Transaction& tx, Id<User> user, std::int64_t step) {
    return !tx.db()
                .run(
                    "UPDATE passphrase SET last_step = $2 WHERE staff_id = $1 AND last_step < $2 RETURNING "
                    "staff_id",
                    user, step)
                .empty();
}

void replace_recovery_codes(sql::Transaction& tx, Id<User> user, const std::vector<std::string>& digests) {
    tx.db().run("DELETE FROM recovery_code WHERE staff_id = $1", user);
    for (const auto& digest : digests)
        tx.db().run(
            "INSERT INTO recovery_code (code_digest, staff_id) VALUES ($1, $2)", sql::Bytes{digest}, user);
}

bool use_recovery_code(sql::Transaction& tx, Id<User> user, const std::string& digest) {
    return !tx.db()
                .run("DELETE FROM recovery_code WHERE code_digest = $1 AND staff_id = $2 RETURNING staff_id",
                    sql::Bytes{digest}, user)
                .empty();
}

std::int64_t recovery_codes_left(sql::Connection& db, Id<User> user) {
    return db.run("SELECT count(*) AS n FROM recovery_code WHERE staff_id = $1", user).front().integer("n");
}

}  // namespace medskapa::store
