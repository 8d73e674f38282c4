#pragma once

#include "web/frame/visit.hpp"

/// What the plan for participation and assessment shows on other nouns' pages.
namespace medskapa::web::plan {

/// How many promises were kept, and what the assessments lack, in a section with a link. Empty where no plan
/// is published.
Html promised_and_done(const Visit&);

}  // namespace medskapa::web::plan
