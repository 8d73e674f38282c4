#pragma once

#include "domain/staff/extract_use.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<ExtractUse> add(sql::Transaction&, const ExtractUse&);
std::optional<ExtractUse> find_extract_use(sql::Connection&, Id<ExtractUse>);
/// The newest at a process' desk, newest first.
std::vector<ExtractUse> extract_uses(sql::Connection&, Id<Process>, int limit);

}  // namespace medskapa::store
