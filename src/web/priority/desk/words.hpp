#pragma once

#include "domain/priority/priority.hpp"
#include "web/frame/visit.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::priority::desk {

/// What a priority says and what has been decided of it, by the fields of both forms; nothing for none. Each
/// form has seen all of it, so that nobody decides about words, or changes words of a decision, that have
/// become others since the page was shown.
site::desk::Values values_of(const std::optional<Priority>&);

/// The same, to be read by whoever decides about it.
Html words_view(const Visit&, const Priority&);

}  // namespace medskapa::web::priority::desk
