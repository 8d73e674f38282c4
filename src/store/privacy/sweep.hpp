#pragma once

#include "store/sql/connection.hpp"

#include <optional>

namespace medskapa::store {

/// Something was erased, and traces of it may be left in the database's journal.
void add_to_sweep(sql::Transaction&, std::int64_t log_place);
std::optional<std::int64_t> newest_to_sweep(sql::Connection&);
void swept(sql::Transaction&, std::int64_t through_log_place);

/// Frees the journal and the free pages of what was deleted. Outside a transaction; false when readers were
/// in the way, and it must be tried again.
bool sweep(sql::Connection&);

}  // namespace medskapa::store
