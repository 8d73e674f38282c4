#include "store/files/identity.hpp"

#include "base/digest.hpp"

namespace medskapa::store {
namespace {

constexpr std::size_t bytes_of_identity = 16;

std::string digest_of(const std::string& secret) {
    return std::string{as_text(hmac_sha256(secret, "medskapa.installation.v1"))};
}

std::string name_in(sql::Connection& db) {
    const auto rows = db.run("SELECT identity FROM installation");
    return rows.empty() ? std::string{} : rows.front().text("identity");
}

}  // namespace

std::string identity_of(sql::Connection& db) {
    auto name = name_in(db);
    if (name.empty()) throw sql::Error{"The database has no name"};
    return name;
}

SecretMatch match_of_secret(sql::Connection& db, const std::string& secret) {
    const auto rows = db.run("SELECT secret_digest FROM installation");
    if (rows.empty()) return SecretMatch::unknown;
    return same_secret(rows.front().bytes("secret_digest"), digest_of(secret)) ? SecretMatch::same
                                                                               : SecretMatch::other;
}

void remember_secret(sql::Connection& db, const std::string& secret) {
    db.run("INSERT INTO installation (only_one, identity, secret_digest) VALUES (1, $1, $2)",
        hex(random_bytes(bytes_of_identity)), sql::Bytes{digest_of(secret)});
}

DatabaseGuard::DatabaseGuard(const sql::Database& database)
    : db_{sql::open(database, sql::Access::read_only)}, identity_{name_in(*db_)} {
    db_->set_patience(sql::while_watching);
}

void DatabaseGuard::check() {
    db_->check_place();
    try {
        if (name_in(*db_) == identity_) return;
    } catch (const sql::DatabaseGone&) {
        throw;
    } catch (const sql::Unavailable&) {
        return;
    } catch (const sql::Error& error) {
        throw sql::DatabaseGone{
            std::string{"The database has been deleted or replaced by another: "} + error.what()};
    }
    throw sql::DatabaseGone{"The database has been replaced by another installation's."};
}

}  // namespace medskapa::store
