#include "app/own_page/own_identity.hpp"

#include "app/act/transaction.hpp"
#include "app/own_page/own_page.hpp"
#include "app/own_page/tie.hpp"
#include "app/staff/session.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/own_page/own_page_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::size_t bytes_of_identity = 16;

std::string keyed(const std::string& secret, const std::string& words) {
    return std::string{as_text(hmac_sha256(secret, words))};
}

/// The eID of a session that is not over.
Result<std::string> identity_in(const Act& act, const std::string& session) {
    const auto found = own_session(act.db(), session, act.now());
    if (!found || found->identity.empty()) return refuse(Failure::Kind::not_allowed);
    return found->identity;
}

/// Neither the eID nor the participant can be read from it.
std::string voice_of(Id<Activity> activity, const std::string& identity, const std::string& secret) {
    return hex(keyed(secret, "medskapa.eid-voice.v1\n" + std::to_string(activity.value) + '\n' + identity));
}

}  // namespace

std::string own_identity(const std::string& provider, const std::string& subject, const std::string& secret) {
    const auto digest = keyed(secret, "medskapa.own-identity.v1\n" + provider + '\n' + subject);
    return base32(digest.substr(0, bytes_of_identity));
}

Result<std::string> enter_own_page(
    Permitted<Action::see_own> act, const std::string& identity, const std::string& former_session) {
    tx(act).changes_no_page();
    if (read_identity(identity) != identity) return refuse(Failure::Kind::invalid);
    if (!former_session.empty()) store::end_own_session(tx(act), digest_of_token(former_session));
    return begin_own_session(act, {{}, identity});
}

Result<Receipt> receive_own_inspel(Permitted<Action::give_inspel> act, const std::string& session,
    const Activity& activity, const InspelDraft& draft, const FormSubmission& form) {
    const auto identity = identity_in(act, session);
    if (!identity) return tl::unexpected{identity.error()};
    const auto receipt = receive_inspel(act, activity, draft, form);
    if (!receipt || receipt->was_here) return receipt;
    tie_sent(act, store::find_inspel(act.db(), receipt->inspel).value(), *identity);
    return receipt;
}

Result<std::int64_t> forget_own_identity(Permitted<Action::see_own> act, const std::string& session) {
    tx(act).changes_no_page();
    const auto identity = identity_in(act, session);
    if (!identity) return tl::unexpected{identity.error()};
    const Owner owner{{}, *identity};
    const auto untied = store::count_inspel_of_owner(act.db(), owner);
    store::forget_identity(tx(act), *identity);
    store::end_own_sessions_of(tx(act), owner);
    return untied;
}

Result<Id<Participant>> show_as_person(
    Permitted<Action::vote> act, const Occasion& at, const VoiceRequest& request) {
    if (at.activity.process != act.process().id || at.activity.kind != Activity::Kind::opinion)
        return refuse(Failure::Kind::not_allowed);
    const auto identity = identity_in(act, request.session);
    if (!identity) return tl::unexpected{identity.error()};
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (!at.activity.is_open(at.today) || conversation.state != Conversation::State::open)
        return refuse(Failure::Kind::closed);
    if (!is_participant_key(request.key)) return refuse(Failure::Kind::not_found);
    const auto person = store::participant_of(act.db(), digest_of_key(request.key, at.activity.id));
    if (!person) return refuse(Failure::Kind::not_found);
    tx(act).changes_no_page();
    const auto assurance = store::assurance_of(act.db(), *person);
    const auto voice = voice_of(at.activity.id, *identity, request.secret);
    if (assurance == Assurance::eid && store::has_voice(act.db(), at.activity.id, voice)) return *person;
    const bool is_counted_elsewhere =
        assurance != Assurance::anonymous || !store::add_voice(tx(act), at.activity.id, voice);
    if (is_counted_elsewhere) return refuse(Failure::Kind::conflict);
    store::set_assurance(tx(act), *person, Assurance::eid);
    return *person;
}

bool is_counted(
    sql::Connection& db, Id<Activity> activity, const std::string& identity, const std::string& secret) {
    return store::has_voice(db, activity, voice_of(activity, identity, secret));
}

}  // namespace medskapa::app
