#pragma once

#include "web/frame/visit.hpp"
#include "web/markup/html.hpp"

namespace medskapa::web::decision::report {

/// The ways to the whole report as a file, in each format.
Html downloads(const Visit&);

}  // namespace medskapa::web::decision::report
