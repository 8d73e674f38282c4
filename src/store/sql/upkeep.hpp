#pragma once

#include "store/sql/connection.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What is done to a database as a whole, and not to what it holds.
namespace medskapa::sql {

/// What SQLite finds wrong in its own file, in its words; empty when it is whole. Reads all of it. Of
/// PostgreSQL nothing is asked.
std::string damage_in(Connection&);
/// The same of one table, by its structure alone: sooner.
std::string damage_in_table(Connection&, const std::string& table);
/// A table of SQLite's whose rows refer to rows that are not there; empty when there is none.
std::string table_with_lost_references(Connection&);

std::vector<std::string> tables_in(Connection&);
std::int64_t rows_in(Connection&, const std::string& table);

/// A copy of an SQLite database as it is at one moment, in a file that is not there yet.
void copy_into(Connection&, const std::string& file);
/// Puts what lies in SQLite's journal into the database's own file.
void empty_journal(Connection&);

/// The name of what this transaction of PostgreSQL's sees, for other programs to see the same.
std::string exported_snapshot(Connection&);
/// Takes a lock of PostgreSQL's for as long as the connection lives; false when another has it.
bool try_lock(Connection&, std::int64_t lock);
/// Throws ServerUnusable for a database of PostgreSQL's that does not keep its text in UTF-8.
void refuse_other_encoding(Connection&);
/// Databases on a server of PostgreSQL's; `name` is letters, digits and _.
void create_database(Connection&, const std::string& name);
void drop_database(Connection&, const std::string& name);

}  // namespace medskapa::sql
