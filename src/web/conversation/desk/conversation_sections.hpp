#pragma once

#include "store/conversation/opinion_store.hpp"
#include "web/conversation/activity_conversation.hpp"

#include <optional>

/// The sections of a conversation's page for the staff, below its statements.
namespace medskapa::web::conversation::desk {

/// How many take part, by the newest map.
Html figures(const Visit&, const std::optional<store::OpinionSnapshot>&);
/// How the conversation stands, and what can be changed of it.
Html state_section(const Visit&, const ActivityConversation&);
/// "freeze", in the page's language.
std::string word_that_freezes(const Words&);
/// The groups of the newest map, to be named; nothing before there is one.
Html groups_section(const Visit&, const ActivityConversation&, const std::optional<store::OpinionSnapshot>&);
/// Every single vote, for those who may see how each person voted.
Html downloads(const Visit&, const ActivityConversation&);

}  // namespace medskapa::web::conversation::desk
