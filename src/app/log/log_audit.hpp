#pragma once

#include "engine/openlog/audit/finding.hpp"
#include "engine/openlog/audit/source.hpp"
#include "store/sql/connection.hpp"

#include <vector>

namespace medskapa::app {

/// Where the first `size` entries in the database are others than those that were published: one that was
/// changed or is gone, a leaf that is not its entry's. Empty when both hold the same. O(size) time.
std::vector<openlog::Finding> differences(
    sql::Connection&, const openlog::Source& published, std::uint64_t size);

}  // namespace medskapa::app
