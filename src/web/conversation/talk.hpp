#pragma once

#include "app/conversation/opinion.hpp"
#include "domain/conversation/voter.hpp"
#include "store/conversation/opinion_store.hpp"
#include "web/frame/visit.hpp"

/// What every page about statements begins with.
namespace medskapa::web::conversation {

/// The activity in the address, and its conversation.
struct Talk {
    Activity activity;
    Conversation conversation;

    bool takes_votes(Day today) const {
        return activity.is_open(today) && conversation.state == Conversation::State::open;
    }
};

/// Nothing when there is no such activity, or when nothing is voted on in it.
std::optional<Talk> talk_of(const Visit&);
app::Occasion occasion(const Visit&, const Talk&);

std::string talk_href(const Visit&, const Activity&, const std::string& below);
std::string talk_desk_href(const Visit&, const Activity&, const std::string& below = "");

/// The participant's key in the cookie; empty when there is none of ours.
std::string participant_key(const Visit&);
std::optional<Id<Participant>> participant(const Visit&, const Talk&);
/// Strictly necessary: it lets a person change a vote, and not vote twice. Set with a vote, never for
/// reading.
std::string participant_cookie(const Visit&, const std::string& key);

std::string shown(Stance, const Words&);

}  // namespace medskapa::web::conversation
