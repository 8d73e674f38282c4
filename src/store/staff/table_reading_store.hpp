#pragma once

#include "domain/site/process.hpp"
#include "domain/staff/table_reading.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>

namespace medskapa::store {

/// Keeps how tables of this header are read, instead of what was kept before, from now on; nothing when it
/// says nothing. The oldest of the process go.
void keep(sql::Transaction&, Id<Process>, const TableReading&);
/// What was kept at most `days_of_table_reading` ago.
std::optional<TableReading> table_reading(
    sql::Connection&, Id<Process>, const std::string& kind, const std::string& header, Instant now);

/// Whether any process has some whose time is out.
bool has_outdated_table_readings(sql::Connection&, Instant now);
void remove_outdated_table_readings(sql::Transaction&);

}  // namespace medskapa::store
