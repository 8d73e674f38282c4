#pragma once

#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::document::desk {

/// A form for each picture of a draft's line that has no alternative text, to write it in.
Html alternative_forms(const Visit&, const Document&, const Line&, const ui::Complaints&);
/// How many pictures of the draft have none, with a way to the first.
Html lacking_view(const Visit&, const Lines&);

}  // namespace medskapa::web::document::desk
