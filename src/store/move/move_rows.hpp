#pragma once

#include "store/move/table_rows.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace medskapa::store {

using RowsTallies = std::map<std::string, RowsTally>;  // of each table
/// The table that is worked on, and how much of all is done, 0..1.
using MoveProgress = std::function<void(std::string_view table, double part)>;
/// Looks at both databases before what has come is kept; throws to undo it.
using LastLook = std::function<void(sql::Connection& from, sql::Connection& to)>;

/// Throws InstallationUnusable when there are tables in it.
void refuse_tables(sql::Connection& to);

/// Lays out `to`, which must have no tables when its writing begins, brings every row of `from` there and
/// reads them again. All in one transaction of `to`, which stays empty when anything fails. `from` is held
/// still. Throws InstallationUnusable, with a sentence for the operator, where a value cannot be moved or
/// something differs.
RowsTallies move_rows(
    sql::Connection& from, sql::Connection& to, Instant now, const LastLook&, const MoveProgress&);

/// SHA-256 of all that stands in all tables, the same in both kinds of database; hexadecimal.
std::string digest_of(const RowsTallies&);

}  // namespace medskapa::store
