#pragma once

#include "web/conversation/activity_conversation.hpp"

namespace medskapa::web::conversation::desk {

/// Who takes part and who is missing, by what they have said of themselves.
Html participation_view(const Visit&, const ActivityConversation&);

}  // namespace medskapa::web::conversation::desk
