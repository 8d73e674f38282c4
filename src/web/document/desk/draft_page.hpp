#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::document::desk {

/// The whole draft with its changes, what can be done to it, and what was wrong with what was tried.
Response draft_page(const Visit&, const Document&, const ui::Complaints&, int status);

}  // namespace medskapa::web::document::desk
