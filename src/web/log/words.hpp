#pragma once

#include "openlog/entry.hpp"
#include "web/visit.hpp"

namespace medskapa::web::log {

/// What an entry says, in plain words and with a link to what it is about where that is public.
Html sentence(const Visit&, const openlog::Entry&);

/// What the log proves, and what it does not.
Html what_it_proves(const Words&);

}  // namespace medskapa::web::log
