#pragma once

#include "base/names.hpp"

namespace medskapa {

/// How an inspel reached us.
/// `referral`: as an answer to a referral, which says for itself how it came.
enum class Channel { web, paper, phone, email, survey, workshop, meeting, project_report, referral };
template <>
inline constexpr auto names_of<Channel> = names<Channel>({
    {Channel::web, "web", N_("Web")},
    {Channel::paper, "paper", N_("Letter")},
    {Channel::phone, "phone", N_("Telephone")},
    {Channel::email, "email", N_("E-mail")},
    {Channel::survey, "survey", N_("Survey")},
    {Channel::workshop, "workshop", N_("Workshop")},
    {Channel::meeting, "meeting", N_("Meeting")},
    {Channel::project_report, "project_report", N_("Project report")},
    {Channel::referral, "referral", N_("Formal consultation")},
});

/// In what capacity the sender speaks.
enum class ActorKind {
    citizen,
    business,
    civil_society,
    municipality,
    region,
    state_authority,
    academia,
    sami_organisation,
    other
};
template <>
inline constexpr auto names_of<ActorKind> = names<ActorKind>({
    {ActorKind::citizen, "citizen", N_("Private person")},
    {ActorKind::business, "business", N_("Business")},
    {ActorKind::civil_society, "civil_society", N_("Association")},
    {ActorKind::municipality, "municipality", NC_("actor", "Municipality")},
    {ActorKind::region, "region", N_("Region")},
    {ActorKind::state_authority, "state_authority", N_("State authority")},
    {ActorKind::academia, "academia", N_("University or school")},
    {ActorKind::sami_organisation, "sami_organisation", N_("Sámi organisation")},
    {ActorKind::other, "other", N_("Other")},
});

/// How an issue was met. `waiting` stands for no published answer yet.
enum class Outcome { fulfilled, partly, not_fulfilled, noted, waiting };
template <>
inline constexpr auto names_of<Outcome> = names<Outcome>({
    {Outcome::fulfilled, "tillgodosett", NC_("outcome", "Met")},
    {Outcome::partly, "delvis", NC_("outcome", "Partly met")},
    {Outcome::not_fulfilled, "ej", NC_("outcome", "Not met")},
    {Outcome::noted, "noterat", NC_("outcome", "Noted")},
    {Outcome::waiting, "vantar", NC_("outcome", "Awaits an answer")},
});

enum class DeclineReason { insult, personal_data, off_topic, duplicate, unlawful, spam };
template <>
inline constexpr auto names_of<DeclineReason> = names<DeclineReason>({
    {DeclineReason::insult, "insult", N_("It insults somebody")},
    {DeclineReason::personal_data, "personal_data", N_("It tells of somebody else's private life")},
    {DeclineReason::off_topic, "off_topic", N_("It is not about the strategy")},
    {DeclineReason::duplicate, "duplicate", N_("It is a duplicate")},
    {DeclineReason::unlawful, "unlawful", N_("It is against the law")},
    {DeclineReason::spam, "spam", N_("It is advertising, or the same text again and again")},
});

}  // namespace medskapa
