#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"

/// What statistics show on other nouns' pages.
namespace medskapa::web::statistics {

/// The figures that a paragraph rests on, each with its day; amber where the data has been replaced and
/// nobody has looked. Empty where there are none.
Html evidence_about(const Visit&, const Node&);

/// One picture with the way to all the others, for the start page. Empty where there is no analysis.
Html newest_finding(const Visit&);

}  // namespace medskapa::web::statistics
