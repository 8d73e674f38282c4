#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::inspel {

/// The page of a number whose inspel is not shown: what has become of it, when and on what ground, and none
/// of its words. 200 while it waits for review, and 410 when it will not come.
Response not_shown(const Visit&, const Inspel&);

}  // namespace medskapa::web::inspel
