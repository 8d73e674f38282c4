#pragma once

#include "app/act/record.hpp"
#include "app/inspel/files.hpp"
#include "app/referral/submission.hpp"

/// What all ways for an answer to come in share: by its form, as a draft, by staff.
namespace medskapa::app::answering {

/// Composed, and its files checked.
struct Checked {
    ComposedReferralAnswer composed;
    std::vector<CheckedFile> files;
};
/// All that is wrong with words and files at once.
Result<Checked> checked(sql::Connection&, const Process&, const Submission&);

/// Whether the submission is about a referral of the act's process, and of the party's.
bool belongs_here(const Act&, const Submission&);
/// Where the answer belongs, not yet what it says.
ReferralAnswer answer_to(const Submission&);
/// What was typed, with those parts that say something, in their order.
ReferralDraft kept_draft(sql::Connection&, const Submission&);
/// Files take the place of those that the answer had; none leaves them.
void keep_files_of(const Act&, ReferralAnswer&, const std::vector<CheckedFile>&);
Inspel inspel_of(sql::Connection&, const Checked&, const Referral&, Instant received);

/// Whether the party has an answer already, being written or sent, that another must not stand next to.
bool has_another(sql::Connection&, const Submission&);

/// Whether what is typed says what the answer says already, its files aside.
bool says_the_same(sql::Connection&, const ReferralAnswer&, const Submission&);
/// Whether what is sent brings no files, those that the answer has already, or others in the place of what
/// its page showed.
bool throws_away_no_files(const ReferralAnswer&, const Submission&);

/// An entry of the log about an answer that has not been sent. Returns its place.
std::int64_t record_kept(
    const Act&, EntryType, const ReferralAnswer&, const std::vector<Committed>& committed);

/// The answer becomes an inspel: it says so, and the log with it.
Receipt send(const Act&, ReferralAnswer&, Inspel, SenderDetails);
/// The same of one that has been kept, as it is checked.
Receipt send_now(const Act&, ReferralAnswer, const Referral&, const Checked&, const std::string& secret);

}  // namespace medskapa::app::answering
