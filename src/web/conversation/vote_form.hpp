#pragma once

#include "web/conversation/served_statement.hpp"

namespace medskapa::web::conversation {

/// How far a voter has come, in statements.
struct Progress {
    std::int64_t answered = 0;
    std::int64_t all = 0;
};

/// The statement with a button for each stance.
Html vote_form(const Visit&, const ActivityConversation&, const ServedStatement&, const Progress&);
/// What is shown in its place when there is nothing left to vote on, or nothing at all.
Html all_answered(const Visit&, const ActivityConversation&, const Progress&);
/// Below the form: that one vote is enough, what the cookie is for, and links to the result.
Html stop_when_you_like(const Visit&, const ActivityConversation&, bool has_voted);

}  // namespace medskapa::web::conversation
