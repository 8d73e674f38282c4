#pragma once

#include "domain/organisation/organisation.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::organisation::desk {

/// To compare with another that may be the same. Empty where there is no other.
Html merge_choice(const Visit&, const Organisation&);

}  // namespace medskapa::web::organisation::desk
