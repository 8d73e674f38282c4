#pragma once

#include "base/time.hpp"
#include "store/sql/writer.hpp"

namespace medskapa::jobs {

/// Erases what retention decisions let go today, in all processes and of the site, some at a time. Returns
/// how many. What it was broken off in is gone on with in the next round.
int erase_out_of_time(sql::Connection& reader, sql::Writer&, const Clock&, Instant now);

}  // namespace medskapa::jobs
