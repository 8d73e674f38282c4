#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"

/// What somebody who is asked wants to know before they answer, in pieces for the page of a referral and the
/// forms to answer it.
namespace medskapa::web::referral {

/// The last day with its weekday, the case number, and where the text is.
Html facts_view(const Visit&, const Referral&, Day last);
/// The questions, numbered; nothing when none is asked.
Html questions_view(const Visit&, const Referral&);
/// How much is changed against the text in force, or where there is none against the version before.
Html changes_view(const Visit&, const Referral&);
/// How many of each kind are asked, with a link to all of them.
Html asked_view(const Visit&, const Referral&);
Html letter_view(const Visit&, const Referral&);

}  // namespace medskapa::web::referral
