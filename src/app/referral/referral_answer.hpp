#pragma once

#include "app/referral/answer_draft.hpp"

namespace medskapa::app {

/// Receives an answer as an inspel, with its files unchanged, and ties it to its party. After the party's
/// last day it is closed. A resend of the same form gives the first receipt, as with any inspel. A party that
/// has an answer already, sent or being written, gets a conflict: it is changed where it is.
Result<Receipt> answer_referral(Permitted<Action::answer_referral>, const Submission&, const FormSubmission&);

/// An answer that came by letter or mail, and how.
struct Registration {
    Channel arrived_by = Channel::email;
    Instant received_at = {};
    std::string case_number = {};
    std::string secret = {};
};
/// Staff register an answer at any time; one that came too late is seen to be late. It takes the place of
/// what its party has answered before it.
Result<Receipt> register_answer(Permitted<Action::run_referral>, const Submission&, const Registration&);
Result<ReferralAnswer> set_case_number(
    Permitted<Action::run_referral>, Id<ReferralAnswer>, const std::string& number);

/// Whether the party has an answer that is read, or waits for that. What was declined was hardly theirs.
bool has_answer(sql::Connection&, const Party&);

/// Staff have found out that the answer is from whom it says. Where that is a party that was asked, the
/// answer becomes the party's; a conflict when the party has another.
Result<ReferralAnswer> confirm_sender(
    Permitted<Action::run_referral>, Id<ReferralAnswer>, const std::optional<Party>&);
/// The party of the referral whose name a sender uses without having come by its link.
std::optional<Party> named_party(sql::Connection&, Id<Referral>, std::string_view organisation);

}  // namespace medskapa::app
