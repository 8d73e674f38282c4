#pragma once

#include "base/time.hpp"
#include "store/sql/writer.hpp"

namespace medskapa::jobs {

/// Forgets how tables were read that nobody has imported for long. True when there was something to forget:
/// `reader` is asked first, so that most rounds write nothing.
bool forget_table_readings(sql::Connection& reader, sql::Writer&, Instant now);

}  // namespace medskapa::jobs
