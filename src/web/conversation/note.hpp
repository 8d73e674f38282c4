#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::conversation {

/// On the page of an inspel that was made of a statement: the way back to its votes. Empty for others.
Html note(const Visit&, const Inspel&);

}  // namespace medskapa::web::conversation
