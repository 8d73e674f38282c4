#pragma once

#include "web/frame/visit.hpp"

/// What is strong and weak in the region, and what it may gain or lose, each with what it rests on.
namespace medskapa::web::swot {

Response list(const Visit&);  // GET /processer/{process}/swot
Response show(const Visit&);  // GET .../swot/{swot}

}  // namespace medskapa::web::swot
