#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Erases what the public could read of an inspel: the shown copies, and what it was found by.
void erase_public_copy(sql::Transaction&, const Inspel&);
/// Erases the rest of what the sender gave us, and the salts of all the log's entries about it, so that its
/// commitments stand for nothing that can be found.
void erase_original(sql::Transaction&, const Inspel&);

}  // namespace medskapa::store
