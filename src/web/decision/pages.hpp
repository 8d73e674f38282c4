#pragma once

#include "web/frame/visit.hpp"

/// Decisions, and the consultations held before them.
namespace medskapa::web::decision {

Response list(const Visit&);  // GET /processer/{process}/beslut
Response show(const Visit&);  // GET .../beslut/{number}

}  // namespace medskapa::web::decision
