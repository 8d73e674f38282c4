#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::log {

/// How many entries the whole log got in each of the last twelve weeks, as bars and as a table.
Html growth(const Visit&);

}  // namespace medskapa::web::log
