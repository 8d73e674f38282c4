#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::document::desk {

/// What was changed in the draft since the newest published version: each change with its causes, those whose
/// words are gone again, and the way to undo it.
Html changes_view(const Visit&, const Document&, const Version& draft, const Lines&);

}  // namespace medskapa::web::document::desk
