#pragma once

#include "web/frame/visit.hpp"

/// What the strategy means for children, the environment and others, step by step.
namespace medskapa::web::assessment {

Response list(const Visit&);  // GET /processer/{process}/bedomningar
Response show(const Visit&);  // GET .../bedomningar/{assessment}

}  // namespace medskapa::web::assessment
