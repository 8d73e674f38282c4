#pragma once

#include "domain/priority/priority.hpp"
#include "web/frame/visit.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::priority::desk {

/// What a priority says, by the fields of the form that changes it; nothing for none. The decision is not in.
site::desk::Values words_of(const std::optional<Priority>&);

/// The same, to be read by whoever decides about it.
Html words_view(const Visit&, const Priority&);

}  // namespace medskapa::web::priority::desk
