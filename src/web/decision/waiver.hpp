#pragma once

#include "domain/decision/completeness.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::decision {

/// What the region's own bodies write in.
inline constexpr const char* minutes_language = "sv";

/// What was missing when it was decided to go on all the same, and why.
Html waiver_view(const Visit&, const Waiver&);

}  // namespace medskapa::web::decision
