#pragma once

#include "base/result.hpp"
#include "store/sql/connection.hpp"

#include <string_view>

/// What is said of a database server by its address, which may hold a password and is shown to nobody.
namespace medskapa::sql {

/// Whether this is the address of a server, and not a path: it begins with postgresql:// or postgres://.
bool is_address(std::string_view place);
/// Whether somebody may have meant an address, which is then not shown either: there is :// or = in it.
bool resembles_address(std::string_view place);

/// What the operator can do about it, next to what an exception says in English.
struct Explained {
    Complaint complaint;
};

/// The server cannot be used as it is, or as it was named.
struct ServerUnusable : Error, Explained {
    explicit ServerUnusable(Complaint why) : Error{in_english(why)}, Explained{std::move(why)} {}
};

/// The server is there, and has no such database.
struct NoSuchDatabase : DatabaseGone, Explained {
    explicit NoSuchDatabase(Complaint why) : DatabaseGone{in_english(why)}, Explained{std::move(why)} {}
};

/// Throws ServerUnusable for what was meant as an address and is none.
void refuse_meant_as_address(const std::string& place);
/// Throws ServerUnusable for an address that cannot be read. What libpq itself says of it holds parts of it.
void refuse_unreadable(const std::string& url);

}  // namespace medskapa::sql
