#pragma once

#include "openlog/finding.hpp"
#include "openlog/source.hpp"
#include "store/sql/connection.hpp"

#include <vector>

namespace medskapa::app {

/// Where the database says otherwise than the log that was published, entry by entry: an entry that was
/// changed or is gone, a leaf that is not its entry's. Empty when both hold the same. O(size) time.
std::vector<openlog::Finding> differences(
    sql::Connection&, const openlog::Fetch& published, std::uint64_t size);

}  // namespace medskapa::app
