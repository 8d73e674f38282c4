#pragma once

#include "app/act/act.hpp"
#include "app/conversation/opinion.hpp"
#include "app/inspel/inspel.hpp"
#include "domain/own_page/own_page.hpp"

/// Who comes by eID, and what they do as the person that they have shown to be. See
/// docs/adr/0035-eid-of-participants.md.
namespace medskapa::app {

/// Whom a provider (its issuer) vouches for, as a digest keyed by the installation's secret: its name for the
/// person, which may be a personal identity number, is kept nowhere.
std::string own_identity(const std::string& provider, const std::string& subject, const std::string& secret);

/// Ends the session that the browser had, and begins one of the identity's. Returns its id, 160 bits, of
/// which only a digest is kept.
Result<std::string> enter_own_page(
    Permitted<Action::see_own>, const std::string& identity, const std::string& former_session);

/// As receive_inspel(), and ties what was received to the session's eID. Refused with not_allowed when the
/// session is over or is of no eID: nothing is received then.
Result<Receipt> receive_own_inspel(Permitted<Action::give_inspel>, const std::string& session,
    const Activity&, const InspelDraft&, const FormSubmission&);

/// Unties all that has been tied to the session's eID, and ends its sessions. What was sent stays, and is
/// followed by its receipts. Returns how many were untied.
Result<std::int64_t> forget_own_identity(Permitted<Action::see_own>, const std::string& session);

/// Whose voice, by which key, in a conversation.
struct VoiceRequest {
    std::string session;
    std::string key;  // of the participant
    std::string secret;
};
/// Counts the participant as somebody with an eID, where figures are split by how sure it is who voted. An
/// eID is counted once in a conversation, and nobody can see with which answers: a conflict for another key.
/// Refused with not_found for who has not voted there, with closed when it takes no votes.
Result<Id<Participant>> show_as_person(Permitted<Action::vote>, const Occasion&, const VoiceRequest&);
/// Whether the eID is counted in the conversation.
bool is_counted(sql::Connection&, Id<Activity>, const std::string& identity, const std::string& secret);

}  // namespace medskapa::app
