#pragma once

#include "domain/site/check.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::jobs {

/// Counts every row of every process anew, and compares with the counts that are kept so that no page has to
/// count. O(all that is stored).
Check kept_counts(sql::Connection&);

}  // namespace medskapa::jobs
