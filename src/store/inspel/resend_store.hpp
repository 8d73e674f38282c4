#pragma once

#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Whether one of the newest 50 inspel of the process was sent with exactly these words since then.
bool was_sent_since(sql::Connection&, Id<Process>, const std::string& text, Instant);

}  // namespace medskapa::store
