#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <optional>

namespace medskapa::store {

/// Takes away what the public could read: the shown copy, the issues' quotes and titles, and what it was
/// found by.
void erase_public_copy(sql::Transaction&, const Inspel&);
/// Takes away the rest of what the sender gave us, and the salts of all entries about it, so that the log's
/// commitments stand for nothing that can be found.
void erase_original(sql::Transaction&, const Inspel&);

/// Something was erased, and traces of it may be left in the database's journal.
void add_to_sweep(sql::Transaction&, std::int64_t log_place);
std::optional<std::int64_t> newest_to_sweep(sql::Connection&);
void swept(sql::Transaction&, std::int64_t through_log_place);

/// Frees the journal and the free pages of what was deleted. Outside a transaction; false when readers were
/// in the way, and it must be tried again.
bool sweep(sql::Connection&);

}  // namespace medskapa::store
