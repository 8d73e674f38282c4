#include "store/staff/identity_store.hpp"

#include "store/sql/rows.hpp"
#include "store/staff/columns.hpp"

namespace medskapa::store {

void save(sql::Transaction& tx, const StaffIdentity& identity) {
    (void)remove_identity(tx, identity.user, identity.provider);
    sql::insert_with_key<tables::staff_identity>(
        tx, identity, {{"subject_digest", sql::Bytes{identity.subject_digest}}});
}

std::optional<StaffIdentity> find_identity(sql::Connection& db, const std::string& subject_digest) {
    auto found =
        sql::first<tables::staff_identity>(db, "WHERE subject_digest = $1", sql::Bytes{subject_digest});
    if (found) found->subject_digest = subject_digest;
    return found;
}

std::vector<StaffIdentity> identities_of(sql::Connection& db, Id<User> user) {
    return sql::all<tables::staff_identity>(db, "WHERE staff_id = $1 ORDER BY provider", user);
}

bool remove_identity(sql::Transaction& tx, Id<User> user, const std::string& provider) {
    return !tx.db()
                .run("DELETE FROM staff_identity WHERE staff_id = $1 AND provider = $2 RETURNING staff_id",
                    user, provider)
                .empty();
}

void remove_identities(sql::Transaction& tx, Id<User> user) {
    tx.db().run("DELETE FROM staff_identity WHERE staff_id = $1", user);
}

}  // namespace medskapa::store
