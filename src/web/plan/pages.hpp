#pragma once

#include "web/frame/visit.hpp"

/// What a process promises before it begins, and what came of it.
namespace medskapa::web::plan {

Response show(const Visit&);     // GET /processer/{process}/plan
Response edition(const Visit&);  // GET .../plan/{edition}

}  // namespace medskapa::web::plan
