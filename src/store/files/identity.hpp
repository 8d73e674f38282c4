#pragma once

#include "store/sql/connection.hpp"

#include <memory>
#include <string>

/// Which installation a database belongs to, as the database itself says.
namespace medskapa::store {

/// The name that a database was given when it was made, 32 hexadecimal digits. Throws sql::Error where there
/// is none.
std::string identity_of(sql::Connection&);

enum class SecretMatch { same, other, unknown };
/// Whether the secret is the one that the database was made with; unknown where the database does not say.
SecretMatch match_of_secret(sql::Connection&, const std::string& secret);
/// Writes down the secret's digest, and gives the database its name.
void remember_secret(sql::Connection&, const std::string& secret);

/// Watches that the database stays the one that it was.
class DatabaseGuard {
public:
    explicit DatabaseGuard(const sql::Database&);

    /// Throws sql::DatabaseGone when it has been deleted or another is in its place. A server that does not
    /// answer is no evidence.
    void check();

private:
    std::unique_ptr<sql::Connection> db_;
    std::string identity_;
};

}  // namespace medskapa::store
