#include "web/inspel/note.hpp"

namespace medskapa::web::inspel {

std::string shown(ActorKind kind, const Words& words) {
    switch (kind) {
        case ActorKind::citizen: return words("Private person");
        case ActorKind::business: return words("Business");
        case ActorKind::civil_society: return words("Association");
        case ActorKind::municipality: return words.in("actor", "Municipality");
        case ActorKind::region: return words("Region");
        case ActorKind::state_authority: return words("State authority");
        case ActorKind::academia: return words("University or school");
        case ActorKind::sami_organisation: return words("Sámi organisation");
        case ActorKind::other: break;
    }
    return words("Other");
}

std::string shown(Channel channel, const Words& words) {
    switch (channel) {
        case Channel::web: return words("Web");
        case Channel::paper: return words("Letter");
        case Channel::phone: return words("Telephone");
        case Channel::email: return words("E-mail");
        case Channel::survey: return words("Survey");
        case Channel::workshop: return words("Workshop");
        case Channel::meeting: return words("Meeting");
        case Channel::project_report: return words("Project report");
        case Channel::referral: break;
    }
    return words("Referral");
}

std::string shown(DeclineReason reason, const Words& words) {
    switch (reason) {
        case DeclineReason::insult: return words("It insults somebody");
        case DeclineReason::personal_data: return words("It tells of somebody else's private life");
        case DeclineReason::off_topic: return words("It is not about the strategy");
        case DeclineReason::duplicate: return words("It has been sent already");
        case DeclineReason::unlawful: break;
    }
    return words("It is against the law");
}

std::string shown(Outcome outcome, const Words& words) {
    switch (outcome) {
        case Outcome::fulfilled: return words.in("outcome", "Met");
        case Outcome::partly: return words.in("outcome", "Partly met");
        case Outcome::not_fulfilled: return words.in("outcome", "Not met");
        case Outcome::noted: return words.in("outcome", "Noted");
        case Outcome::waiting: break;
    }
    return words.in("outcome", "Awaits an answer");
}

ui::Outcome badge(Outcome outcome) {
    switch (outcome) {
        case Outcome::fulfilled: return ui::Outcome::yes;
        case Outcome::partly: return ui::Outcome::part;
        case Outcome::not_fulfilled: return ui::Outcome::no;
        case Outcome::noted: return ui::Outcome::noted;
        case Outcome::waiting: break;
    }
    return ui::Outcome::wait;
}

}  // namespace medskapa::web::inspel
