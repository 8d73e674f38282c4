#pragma once

#include "domain/inspel.hpp"
#include "web/ui/form.hpp"
#include "web/visit.hpp"

namespace medskapa::web::inspel {

/// What every form for an inspel asks for: words, subject, topic, place, sender.
Html draft_fields(const Visit&, const InspelDraft&, const ui::Complaints&);
/// What was typed in them.
InspelDraft typed_draft(const Visit&);

}  // namespace medskapa::web::inspel
