#pragma once

#include "app/act/act.hpp"
#include "app/inspel/sent_file.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// What the sender keeps. The code opens the inspel's own page; we keep only its digest.
struct Receipt {
    Id<Inspel> inspel;
    int number = 0;
    std::string code;
    std::int64_t log_place = 0;
    bool was_here = false;  // the same form was sent before; nothing new was received
};

/// How a draft came in through the web: by which form, and with which secret codes are made here.
struct FormSubmission {
    std::string form_key;
    std::string secret;
    std::vector<SentFile> files = {};  // drawn anew where they are pictures
};

/// The receipt code that belongs to a form: 100 bits that nobody can guess without the installation's secret.
std::string code_of(const FormSubmission&, const Process&);
/// What is kept of a code, however it was typed.
std::string digest_of_code(std::string_view typed);

/// Receives an inspel from the web. When this returns a receipt the inspel and its log entry are both on
/// disk. A resend of the same form gives the first receipt; the same form with other words or
/// files is a conflict, and nothing of what was typed is taken.
Result<Receipt> receive_inspel(
    Permitted<Action::give_inspel>, const Activity&, const InspelDraft&, const FormSubmission&);

/// What staff write down of a letter, a call or a meeting.
struct Entered {
    InspelDraft draft;
    Channel channel = Channel::paper;
    Id<Activity> activity;
    Id<Step> step;
    Instant received_at;
    std::vector<SentFile> files = {};  // drawn anew where they are pictures
};
Result<Receipt> enter_inspel(Permitted<Action::enter_inspel>, const Entered&, const std::string& secret);

/// What is kept beside an inspel: how to reach its sender, the form it came by, the code of its receipt.
struct SenderDetails {
    std::string contact;
    std::string form_key;  // empty for what staff enter
    std::string code;
    std::vector<OriginalFile> files = {};  // that have been kept for it
};
/// Keeps a composed inspel, for a verb that has asked whether its sender may send it.
Receipt keep_inspel(const Act&, Inspel, const SenderDetails&);

/// By the receipt's code, which is the sender's right.
Result<Inspel> complete_inspel(Permitted<Action::follow_inspel>, const std::string& code,
    const std::string& text, const std::string& form_key);
Result<Inspel> withdraw_inspel(Permitted<Action::follow_inspel>, const std::string& code);

Result<Inspel> publish_inspel(Permitted<Action::moderate_inspel>, int number);
Result<Inspel> decline_inspel(
    Permitted<Action::moderate_inspel>, int number, std::string_view reason, const std::string& note);
inline constexpr auto time_to_undo = std::chrono::hours{1};
bool may_undo_publishing(sql::Connection&, const Inspel&, Instant now);
/// Takes a decline back, or within an hour a publishing that nothing has followed: the inspel waits for
/// review again. A conflict while the sender waits for somebody else's decision, once the hour has passed, or
/// an issue has been marked in it: then it is declined or masked.
Result<Inspel> reopen_inspel(Permitted<Action::moderate_inspel>, int number);
/// Changes the copy that is shown, to take away what must not be shown. The original stays as it was written,
/// and words that an issue quotes must stay too.
Result<Inspel> edit_copy(
    Permitted<Action::moderate_inspel>, int number, const std::string& title, const std::string& text);
Result<Inspel> show_addition(Permitted<Action::moderate_inspel>, int number, Id<Addition>);

}  // namespace medskapa::app
