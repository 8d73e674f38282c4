#pragma once

#include "domain/conversation/voter.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::conversation::desk {

/// Where staff write how many live in the county, and what they have written.
Html population_form(const Visit&, const ActivityConversation&, const ui::Complaints&);
Population typed_population(const Visit&);

}  // namespace medskapa::web::conversation::desk
