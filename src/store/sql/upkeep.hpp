#pragma once

#include "store/sql/connection.hpp"

#include <string>

/// What is done to a database as a whole, and not to what it holds.
namespace medskapa::sql {

/// Whether SQLite finds its own file whole, which takes a while: it reads all of it.
bool is_whole(Connection&);

/// A copy of an SQLite database as it is at one moment, in a file that is not there yet.
void copy_into(Connection&, const std::string& file);

/// Takes a lock of PostgreSQL's for as long as the connection lives; false when another has it.
bool try_lock(Connection&, std::int64_t lock);

}  // namespace medskapa::sql
