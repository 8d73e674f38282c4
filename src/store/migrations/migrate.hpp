#pragma once

#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Brings the database to this program's newest schema: numbered files, forward only, one transaction, each
/// file's SHA-256 kept. Throws sql::Error with a sentence for the operator when the database is newer than
/// the program or a file that was run has changed since. Returns how many files were run.
int migrate(sql::Connection&, Instant now);
/// The same in a transaction that its caller has begun, and ends.
int migrate_within(sql::Connection&, Instant now);

/// The number of the newest migration compiled in.
int newest_schema();
/// The number of the newest migration that the database has, 0 for an empty one.
int schema_of(sql::Connection&);

}  // namespace medskapa::store
