#pragma once

#include "app/referral/answer_draft.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// An answer that is kept here, as those see it who have one of its links, and what is said when something
/// cannot be done with it.
namespace medskapa::web::referral {

/// A page that nobody finds who has not been given its address.
ui::Page framed(const Visit&, const Referral&, const std::string& title, Html body);

std::string writers_href(const Visit&, const ReferralAnswer&);
std::string approvers_href(const Visit&, const ReferralAnswer&);
/// The answer as its writer would send it again.
app::Submission submission_of(const Visit&, const ReferralAnswer&);

/// Who answers, with which positions, and all words.
Html answer_view(const Visit&, const ReferralAnswer&);
/// The files that have come with it, by the second person's link.
Html attached(const Visit&, const ReferralAnswer&);

/// When nothing can be sent any more. What was written meanwhile is given back, to be copied.
Response closed_page(const Visit&, const app::Submission&, int status);
/// What a party has sent, with the way to change it; and what somebody else wrote meanwhile.
Response answered_page(const Visit&, const Party&, const std::vector<AnswerPart>& written, int status);
/// What is kept has been changed by somebody else since the page was shown: both texts.
Response both_texts(const Visit&, const ReferralAnswer& now, const app::Submission& typed);
/// It has been sent; its receipt. With 409 what the visitor wrote was not sent with it, and is given back.
Response sent_page(const Visit&, const ReferralAnswer&, int status);

}  // namespace medskapa::web::referral
