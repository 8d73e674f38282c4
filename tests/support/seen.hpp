#pragma once

#include "store/sql/version.hpp"
#include "support/example.hpp"

namespace example {

using Versions = std::vector<sql::RowVersion>;

/// What somebody has seen who has just loaded every page of the staff's.
Versions everything_seen(sql::Connection&);

}  // namespace example
