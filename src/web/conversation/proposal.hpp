#pragma once

#include "web/conversation/activity_conversation.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::conversation {

/// The form for a statement of one's own. Statements that say nearly the same, where there are any, stand
/// above it to be voted on instead.
Html proposal_form(const Visit&, const ActivityConversation&, const ui::Complaints&,
    const std::vector<const Statement*>& alike);

}  // namespace medskapa::web::conversation
