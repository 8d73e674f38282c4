#pragma once

#include "web/conversation/activity_conversation.hpp"

/// Reviewing statements: one at a time with a key for each decision, and every decision can be undone.
namespace medskapa::web::conversation::desk {

/// The statement that the address asks for or that has waited longest, with what can be decided of it.
Html to_review(const Visit&, const ActivityConversation&, const std::vector<Statement>&);
/// What was just decided, and the button that undoes it.
Html ruling_notice(const Visit&, const ActivityConversation&, const std::vector<Statement>&);
/// Every statement, a part at a time.
Html statements_table(const Visit&, const ActivityConversation&, const std::vector<Statement>&);

/// "accepted", "pending", or the reason of a rejection: what a form sends to decide the same.
std::string decision_code(const Statement&);
Ruling typed_ruling(const Visit&);

}  // namespace medskapa::web::conversation::desk
