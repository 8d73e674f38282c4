#pragma once

#include "domain/site/appearance.hpp"
#include "domain/site/logotype.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web {

/// The sheet that puts a region's colours in the place of Medskapa's own, by day and by night. Empty where
/// none are chosen.
std::string style_of(const SiteAppearance&);
/// "/utseende/1f0c….css": a new address whenever the sheet is another. Empty where it is.
std::string style_href(const SiteAppearance&);

/// "/logotyp/0f3a…-640x160.png": a new address whenever the picture is another. Empty where there is none.
std::string logotype_href(const SiteLogotype&);

Response style_sheet(const Visit&);    // GET /utseende/{style}
Response logotype_file(const Visit&);  // GET /logotyp/{picture}

}  // namespace medskapa::web
