#pragma once

#include "web/frame/visit.hpp"

/// One search over everything that everybody may read, in every process of the site.
namespace medskapa::web::search {

Response show(const Visit&);  // GET /sok?q=&process=&slag=&sida=

}  // namespace medskapa::web::search
