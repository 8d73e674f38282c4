#pragma once

#include "web/frame/visit.hpp"

/// The first steps on an empty installation.
namespace medskapa::web::staff {

Response form(const Visit&);    // GET  /installation/{token}
Response set_up(const Visit&);  // POST /installation/{token}

}  // namespace medskapa::web::staff
