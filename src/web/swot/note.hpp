#pragma once

#include "web/frame/visit.hpp"

#include <string>

/// What a SWOT shows on other nouns' pages.
namespace medskapa::web::swot {

/// The published points that rest on the source of that name, "D-4" or "I-12" (and its issues), with links.
/// Empty where there are none.
Html resting_on(const Visit&, const std::string& reference);

}  // namespace medskapa::web::swot
