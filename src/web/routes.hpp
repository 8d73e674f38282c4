#pragma once

#include "web/frame/routing/router.hpp"

namespace medskapa::web {

/// Every address of the site, and what one must be allowed to do to come there.
std::vector<Route> all_routes();

}  // namespace medskapa::web
