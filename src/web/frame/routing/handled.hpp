#pragma once

#include "web/frame/routing/router.hpp"

namespace medskapa::web {

/// What the route's handler answers. Whoever sent something gets it back when it could not be saved, or when
/// it would go over what they have not seen.
Response handled(const Route&, const Visit&);

/// What the database said, in the program's log, for who has the request's id.
void log(const http::Request&, const sql::Error&);

}  // namespace medskapa::web
