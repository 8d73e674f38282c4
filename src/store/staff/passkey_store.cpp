#include "store/staff/passkey_store.hpp"

#include "store/sql/rows.hpp"
#include "store/staff/columns.hpp"

namespace medskapa::store {

std::optional<Id<Passkey>> add(sql::Transaction& tx, const Passkey& passkey) {
    return sql::insert_unless_there<tables::passkey>(tx, passkey, "credential");
}

void change(sql::Transaction& tx, const Passkey& passkey) {
    sql::change<tables::passkey>(tx, passkey);
}

void remove(sql::Transaction& tx, const Passkey& passkey) {
    tx.db().run("DELETE FROM passkey WHERE id = $1", passkey.id);
}

void remove_passkeys(sql::Transaction& tx, Id<User> user) {
    tx.db().run("DELETE FROM passkey WHERE staff_id = $1", user);
}

void remove_what_opens_one_process(sql::Transaction& tx, Id<User> user) {
    tx.db().run("DELETE FROM passkey WHERE staff_id = $1 AND process_id IS NOT NULL", user);
    tx.db().run("DELETE FROM passphrase WHERE staff_id = $1 AND process_id IS NOT NULL", user);
    tx.db().run("DELETE FROM staff_identity WHERE staff_id = $1 AND process_id IS NOT NULL", user);
    tx.db().run(R"(
        DELETE FROM recovery_code WHERE staff_id = $1 AND staff_id NOT IN (SELECT staff_id FROM passphrase)
            AND staff_id NOT IN (SELECT staff_id FROM passkey))",
        user);
}

std::vector<Passkey> passkeys_of(sql::Connection& db, Id<User> user) {
    return sql::all<tables::passkey>(db, "WHERE staff_id = $1 ORDER BY id", user);
}

std::optional<Passkey> passkey_of_credential(sql::Connection& db, const std::string& credential) {
    return sql::first<tables::passkey>(db, "WHERE credential = $1", credential);
}

bool use_challenge(sql::Transaction& tx, const std::string& digest, Instant expires_at) {
    tx.db().run("DELETE FROM used_challenge WHERE expires_at <= $1", tx.now());
    return !tx.db()
                .run(
                    "INSERT INTO used_challenge (digest, expires_at) VALUES ($1, $2) ON CONFLICT (digest) DO "
                    "NOTHING RETURNING expires_at",
                    sql::Bytes{digest}, expires_at)
                .empty();
}

}  // namespace medskapa::store
