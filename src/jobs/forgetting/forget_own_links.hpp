#pragma once

#include "base/time.hpp"
#include "store/sql/writer.hpp"

namespace medskapa::jobs {

/// Takes away links and sessions of people's own pages whose time is out. True when there were any: `reader`
/// is asked first, so that most rounds write nothing.
bool forget_own_links(sql::Connection& reader, sql::Writer&, Instant now);

}  // namespace medskapa::jobs
