#pragma once

#include "app/referral/submission.hpp"

/// An answer to a referral while it is being written: kept here, shared by its link, read by a second person.
/// Nothing of it has been received. Whoever has the link may go on writing, and nobody writes over words that
/// they have not seen: a submission whose page showed other words than stand is a conflict, unless it says
/// what stands already.
namespace medskapa::app {

/// Keeps what has been written so far, however little. The log says that it was begun. A party has one
/// answer: a conflict when it is being written already, or has been sent. A form that has kept the same words
/// before goes on with what it kept, so that a file that is chosen now goes with it.
Result<ReferralAnswer> save_answer(
    Permitted<Action::answer_referral>, const Submission&, const std::string& form_key);
/// The same, on an answer that is kept already. Files take the place of those before; none leaves them.
Result<ReferralAnswer> save_again(Permitted<Action::answer_referral>, Id<ReferralAnswer>, const Submission&);

/// Keeps an answer until a second person of the organisation has approved it. Held to the same rules as a
/// sent one.
Result<ReferralAnswer> hold_answer(
    Permitted<Action::answer_referral>, const Submission&, const std::string& form_key);
Result<ReferralAnswer> change_held(Permitted<Action::answer_referral>, Id<ReferralAnswer>, const Submission&);
/// Sends a kept answer as it is now written, without a second person.
Result<Receipt> send_kept(
    Permitted<Action::answer_referral>, Id<ReferralAnswer>, const Submission&, const std::string& secret);

/// Whether the answer has been sent with the words that are typed, and with the files where some are chosen:
/// by a second click.
bool is_what_was_sent(sql::Connection&, const ReferralAnswer&, const Submission&);

/// What the second person has read, and who they are.
struct Approval {
    Id<ReferralAnswer> answer;
    std::string seen;  // digest_of() what was shown to them
    std::string approver;
    Day today;
    std::string wordless = {};  // what the answer says when it has no words
};
/// Sends a waiting answer. Refuses the one who wrote it, words that were changed since they were read, and an
/// answer that is not waiting for approval.
Result<Receipt> approve_held(Permitted<Action::answer_referral>, const Approval&, const std::string& secret);
/// Gives a waiting answer back to its writer, with what should be changed. It can be sent when its writer has
/// said again that it is finished.
Result<ReferralAnswer> return_held(
    Permitted<Action::answer_referral>, const Approval&, const std::string& comment);

/// Begins a new answer with the words of the one that the party has sent, to take its place once it is sent:
/// until the party's last day. The first one stays as it is. Where one has been begun already, that is gone
/// on with, also where another answer came in meanwhile: it takes the place of that one instead.
Result<ReferralAnswer> revise_answer(Permitted<Action::answer_referral>, const Party&, Day today);
/// Whether the party has another answer than the one that this takes the place of: sent meanwhile, come as a
/// letter, or confirmed to be theirs. It cannot be sent before revise_answer().
bool is_overtaken(sql::Connection&, const ReferralAnswer&);

/// Stands for all that a kept answer says, and for where it is on its way: whoever has not seen that it
/// waits, or was sent back with a comment, must not pass over it.
std::string digest_of(const ReferralAnswer&);

/// The writer's and the second person's ways to a kept answer; see link_of(Party).
std::string writers_link(const ReferralAnswer&, const std::string& secret);
std::string approvers_link(const ReferralAnswer&, const std::string& secret);
std::optional<ReferralAnswer> answer_of_writer(
    sql::Connection&, const Process&, std::string_view link, const std::string& secret);
std::optional<ReferralAnswer> answer_of_approver(
    sql::Connection&, const Process&, std::string_view link, const std::string& secret);

}  // namespace medskapa::app
