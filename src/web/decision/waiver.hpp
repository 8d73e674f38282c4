#pragma once

#include "domain/decision/completeness.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::decision {

/// What the region's own bodies write in.
inline constexpr const char* minutes_language = "sv";

/// That it was decided that day to go on all the same, what was missing then, and "The reason:".
std::string waiver_text(const Waiver&, const std::string& day, const Words&);
/// What stands over that on the page of a decision.
std::string waiver_heading(const Waiver&, const Words&);
/// What was missing when it was decided to go on all the same, and why.
Html waiver_view(const Visit&, const Waiver&);

}  // namespace medskapa::web::decision
