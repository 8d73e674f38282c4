#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/mail/subscription.hpp"

#include <optional>
#include <string>

/// What is sent to people by e-mail, and what becomes of it.
namespace medskapa {

struct Inspel;
struct Party;
struct Process;

struct Mail {
    /// What it is about, and so which words it has.
    enum class Kind {
        receipt,           // to the sender of an inspel, with its code
        published,         // their inspel is shown
        declined,          // it is not, and why
        answered,          // one of its issues has an answer
        sign_in_link,      // to a member of the staff who asked for it
        own_page_link,     // to anybody, who comes by it to what is tied to their address
        request_answered,  // to a sender who has asked for a correction or an erasure
        invitation,        // to a party of a referral
        reminder,          // to a party that has not answered
        confirmation,      // to somebody who may want to follow the process
        digest,            // to a follower: what has happened since the last
        test,              // to a member of the staff who asked whether mail works
    };
    enum class State {
        waiting,  // for its turn, or for another attempt
        sending,  // marked before the server is spoken to
        sent,     // the server has taken it
        bounced,  // refused for good, or too old to be of use
        unknown,  // the connection ended after the words had begun to go: it may have arrived
    };

    Id<Mail> id = {};
    Id<Process> process = {};  // none: it is about no process
    Kind kind = Kind::receipt;
    std::string recipient = {};  // an address that mail_address() gave
    std::string language = "sv";
    Id<Inspel> inspel = {};
    Id<Party> party = {};
    Id<Subscriber> subscriber = {};
    std::optional<Day> since = {};  // the first day that a digest tells of
    std::string code_key = {};      // what the secret in its words is made of, where there is one
    std::string public_id = {};     // random: what its Message-ID is made of
    State state = State::waiting;
    int tries = 0;
    int reply = 0;  // of SMTP, the last that said something of it; 0: none
    Instant made_at = {};
    Instant next_at = {};                  // when it is tried
    std::optional<Instant> ended_at = {};  // sent, bounced, or lost sight of
};
template <>
inline constexpr auto names_of<Mail::Kind> = names<Mail::Kind>({
    {Mail::Kind::receipt, "receipt", N_("Receipt with its code")},
    {Mail::Kind::published, "published", N_("Inspel published")},
    {Mail::Kind::declined, "declined", N_("Inspel declined")},
    {Mail::Kind::answered, "answered", N_("Answer published")},
    {Mail::Kind::sign_in_link, "sign_in_link", N_("Sign-in link")},
    {Mail::Kind::own_page_link, "own_page_link", N_("Link to one's own page")},
    {Mail::Kind::request_answered, "request_answered", N_("Request answered")},
    {Mail::Kind::invitation, "invitation", N_("Invitation to a formal consultation")},
    {Mail::Kind::reminder, "reminder", N_("Reminder of a formal consultation")},
    {Mail::Kind::confirmation, "confirmation", N_("Link to confirm an address")},
    {Mail::Kind::digest, "digest", N_("Digest")},
    {Mail::Kind::test, "test", N_("Test of the mail")},
});
template <>
inline constexpr auto names_of<Mail::State> = names<Mail::State>({
    {Mail::State::waiting, "waiting", NC_("mail", "Waiting")},
    {Mail::State::sending, "sending", NC_("mail", "Being sent")},
    {Mail::State::sent, "sent", NC_("mail", "Sent")},
    {Mail::State::bounced, "bounced", NC_("mail", "Bounced")},
    {Mail::State::unknown, "unknown", NC_("mail", "Not known")},
});

/// What came of one attempt to send a mail.
struct Delivery {
    enum class Outcome {
        accepted,  // the server has taken it
        refused,   // for good: of the recipient, or of the words
        not_now,   // a passing refusal (4xx), or anything that failed before the words were asked for
        unknown,   // the words had begun to go, and no answer came
    };
    Outcome outcome = Outcome::not_now;
    int reply = 0;               // the server's last, 0: none
    bool server_answers = true;  // false: no other mail can be sent now either
};

/// How long a link to sign in by is good for, and so how long its mail is worth sending.
inline constexpr std::chrono::minutes mailed_link_life{30};

/// Whether its link works once and dies soon: then it is sent once at most, and not after it has died.
bool holds_link_that_signs_in(Mail::Kind);

/// A waiting mail that it is too late to send: a link that has died, news of three days ago.
bool is_too_old(const Mail&, Instant now);

/// A mail that is never sent any more.
Mail given_up(Mail, Instant now);

/// The mail after an attempt. What is refused for now is tried again, later each time: after a minute, then
/// two, four and so on up to two hours.
Mail after_attempt(Mail, const Delivery&, Instant now);

/// A mail whose sending was broken off by the end of the program: it may have arrived.
Mail lost_sight_of(Mail, Instant now);

/// What somebody has decided to send once more. Refuses all but what is unknown, and links that sign in: they
/// are sent once at most.
Result<Mail> sent_again(Mail, Instant now);

}  // namespace medskapa
