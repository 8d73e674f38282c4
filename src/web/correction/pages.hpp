#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::correction {

Response list(const Visit&);  // GET  /processer/{process}/rattelser

}  // namespace medskapa::web::correction
