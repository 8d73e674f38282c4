#pragma once

#include "app/conversation/opinion.hpp"
#include "domain/conversation/voter.hpp"
#include "store/conversation/opinion_store.hpp"
#include "web/frame/visit.hpp"

/// What every page about statements begins with.
namespace medskapa::web::conversation {

/// The conversation of an activity.
struct ActivityConversation : Conversation {
    Activity activity;

    bool takes_votes(Day today) const { return activity.is_open(today) && state == State::open; }
};

/// That of the activity in the address. Nothing when there is no such activity, or when nothing is voted on
/// in it.
std::optional<ActivityConversation> conversation_of(const Visit&);
app::Occasion occasion(const Visit&, const ActivityConversation&);

/// The page for voting, with one statement to vote on.
std::string statement_href(const Visit&, const ActivityConversation&, int number);

/// The participant's key in the cookie; empty when there is none of ours.
std::string participant_key(const Visit&);
std::optional<Id<Participant>> participant(const Visit&, const ActivityConversation&);
/// Strictly necessary: it lets a person change a vote, and not vote twice. Set with a vote, never for
/// reading.
void give_participant_cookie(Response&, const Visit&, const std::string& key);

/// The links back from a public page of the conversation: to the start page and to the activity.
std::vector<ui::Link> crumbs(const Visit&, const ActivityConversation&);

std::string shown(Stance, const Words&);

}  // namespace medskapa::web::conversation
