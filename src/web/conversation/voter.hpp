#pragma once

#include "web/conversation/activity_conversation.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::conversation {

/// What somebody who has voted may do with their votes: change them, fetch receipts, say who they are, and
/// take every vote back.
Html own_votes(const Visit&, const ActivityConversation&, Id<Participant>, const OwnVotes&);

/// What a voter can answer about themselves; the first choice of each is not to say.
std::vector<ui::Choice> municipality_choices(const Visit&);
template <class Enum>
std::vector<ui::Choice> choices_or_nothing(const Words& words) {
    auto choices = ui::choices_of<Enum>(words);
    choices.insert(choices.begin(), {"", words("I do not want to say"), {}});
    return choices;
}

}  // namespace medskapa::web::conversation
