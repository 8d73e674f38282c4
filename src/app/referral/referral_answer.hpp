#pragma once

#include "app/act/act.hpp"
#include "app/inspel/inspel.hpp"
#include "domain/referral/referral.hpp"

namespace medskapa::app {

/// An answer to a referral on its way in.
struct Submission {
    Referral referral;
    std::optional<Party> party = {};  // whose link was followed; none: anybody
    ReferralDraft draft;
    std::vector<SentFile> files = {};  // drawn anew where they are pictures
    Day today;
};

/// Receives an answer as an inspel, with its files unchanged, and ties it to its party. After the party's
/// last day it is closed. A resend of the same form gives the first receipt, as with any inspel.
Result<Receipt> answer_referral(Permitted<Action::answer_referral>, const Submission&, const FormSubmission&);

/// Keeps an answer until a second person of the organisation has approved it: nothing is received yet. Held
/// to the same rules as a sent one.
Result<ReferralAnswer> hold_answer(
    Permitted<Action::answer_referral>, const Submission&, const std::string& form_key);
/// Changes a waiting answer. Files take the place of those before; none leaves them.
Result<ReferralAnswer> change_held(Permitted<Action::answer_referral>, Id<ReferralAnswer>, const Submission&);
/// What the second person has read, and who they are.
struct Approval {
    Id<ReferralAnswer> answer;
    std::string seen;  // digest_of() what was shown to them
    std::string approver;
    Day today;
};
/// Sends a waiting answer. Refuses the one who wrote it, and words that were changed since they were read.
Result<Receipt> approve_held(Permitted<Action::answer_referral>, const Approval&, const std::string& secret);
/// Stands for all that a waiting answer says.
std::string digest_of(const ReferralAnswer&);

/// An answer that came by letter or mail, and how.
struct Registration {
    Channel arrived_by = Channel::email;
    Instant received_at = {};
    std::string case_number = {};
    std::string secret = {};
};
/// Staff register an answer at any time; one that came too late is seen to be late.
Result<Receipt> register_answer(Permitted<Action::run_referral>, const Submission&, const Registration&);
Result<ReferralAnswer> set_case_number(
    Permitted<Action::run_referral>, Id<ReferralAnswer>, const std::string& number);

/// The writer's and the second person's ways to a waiting answer; see link_of(Party).
std::string writers_link(const ReferralAnswer&, const std::string& secret);
std::string approvers_link(const ReferralAnswer&, const std::string& secret);
std::optional<ReferralAnswer> answer_of_writer(
    sql::Connection&, const Process&, std::string_view link, const std::string& secret);
std::optional<ReferralAnswer> answer_of_approver(
    sql::Connection&, const Process&, std::string_view link, const std::string& secret);

}  // namespace medskapa::app
