#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Whether one of the newest 50 inspel of the process was sent since then with exactly these words, about the
/// same and for the same. A title that the sender did not write is not compared.
bool was_sent_since(sql::Connection&, Id<Process>, const InspelDraft&, Instant);

}  // namespace medskapa::store
