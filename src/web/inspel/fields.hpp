#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/inspel/views.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::inspel {

// What there is to choose among, for forms that speak to the sender and for those of the staff.
std::vector<ui::Choice> topic_choices(const Surroundings&, const Visit&, const std::string& none);
std::vector<ui::Choice> subject_choices(const Surroundings&, const Visit&, const std::string& chosen);
std::vector<ui::Choice> municipality_choices(const Surroundings&, const Visit&, const std::string& none);

/// What every form for an inspel asks for: words, subject, topic, place, sender.
Html draft_fields(const Visit&, const InspelDraft&, const ui::Complaints&);
/// Who sends it, and what stands for the sender where it is shown.
Html sender_fields(const Visit&, const InspelDraft&, const ui::Complaints&);
/// How to reach the sender.
Html contact_field(const Visit&, const std::string& contact, const ui::Complaints&);
/// What was typed in the fields of a draft.
InspelDraft typed_draft(const Visit&);

}  // namespace medskapa::web::inspel
