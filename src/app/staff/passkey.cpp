#include "app/staff/passkey.hpp"

#include "app/act/transaction.hpp"
#include "app/staff/own_sign_in.hpp"
#include "app/staff/recovery_codes.hpp"
#include "app/staff/ways_in.hpp"
#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "store/staff/staff_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_let_in() {
    return refuse(
        Failure::Kind::invalid, {{Field::passkey, N_("The passkey was not accepted. Try again. If that does "
                                                     "not help, it may have been removed here: "
                                                     "sign in in another way")}});
}

tl::unexpected<Failure> not_added() {
    return refuse(
        Failure::Kind::invalid, {{Field::passkey, N_("The passkey was not saved, since the page had stood "
                                                     "open too long or the answer was not of the "
                                                     "kind that we asked for. Try again, and take away the "
                                                     "one that was just made from the device")}});
}

/// Whether the question is answered for the first time.
bool takes_challenge(const Act& act, const std::string& challenge) {
    const std::string digest{as_text(sha256(challenge))};
    return store::use_challenge(tx(act), digest, act.now() + webauthn::life_of_challenge);
}

/// The passkey that answers, if it does.
std::optional<Passkey> recognised(const Act& act, const PasskeyTry& attempt) {
    auto passkey = store::passkey_of_credential(act.db(), base64url(attempt.answer.id));
    if (!passkey || passkey->user != attempt.of.value_or(passkey->user)) return std::nullopt;
    const auto& handle = attempt.answer.user_handle;
    const bool is_said = !handle.empty() || !attempt.of;  // who is asked by name need not say it
    if (is_said && base64url(handle) != passkey->user_handle) return std::nullopt;
    const auto key = from_base64url(passkey->public_key).value();
    const auto shown = webauthn::credential_shown(attempt.question, attempt.answer, key);
    if (!shown || !webauthn::has_gone_on(shown->counter, passkey->counter)) return std::nullopt;
    if (!takes_challenge(act, shown->challenge)) return std::nullopt;
    passkey->counter = shown->counter;
    return passkey;
}

/// The person's passkey with this id, in a session that may change it.
Result<Passkey> changing_passkey(const Act& act, const std::string& session_id, Id<Passkey> id) {
    const auto session = changing_session(act, session_id);
    if (!session) return tl::unexpected{session.error()};
    auto all = store::passkeys_of(act.db(), session->user);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Passkey& one) { return one.id == id; });
    if (found == all.end()) return refuse(Failure::Kind::not_found);
    return std::move(*found);
}

Passkey passkey_of(const Act& act, const store::Session& session, const NewPasskey& wanted,
    const webauthn::NewCredential& credential) {
    Passkey passkey;
    passkey.user = session.user;
    passkey.name = name_of_passkey(wanted.name);
    passkey.credential = base64url(credential.id);
    passkey.public_key = base64url(credential.public_key);
    passkey.user_handle =
        base64url(user_handle_of(act.db(), session.user, credential.challenge, wanted.question.secret));
    passkey.counter = credential.counter;
    passkey.made_at = act.now();
    passkey.process = session.process;
    return passkey;
}

}  // namespace

std::string user_handle_of(
    sql::Connection& db, Id<User> user, std::string_view challenge, const std::string& secret) {
    const auto known = store::passkeys_of(db, user);
    return known.empty() ? webauthn::user_handle_from(challenge, secret)
                         : from_base64url(known.front().user_handle).value();
}

Result<ChangedSignIn> add_passkey(
    Permitted<Action::change_sign_in> act, const std::string& session_id, const NewPasskey& wanted) {
    const auto session = changing_session(act, session_id);
    if (!session) return tl::unexpected{session.error()};
    if (auto complaints = complaints_about_passkey_name(wanted.name); !complaints.empty())
        return refuse(Failure::Kind::invalid, std::move(complaints));
    if (store::passkeys_of(act.db(), session->user).size() >= most_passkeys)
        return refuse(Failure::Kind::invalid,
            {{Field::passkey, N_("You have {} passkeys, which is the most. Remove one first"),
                {std::to_string(most_passkeys)}}});
    const auto& [name, answer, question] = wanted;
    const auto credential = webauthn::credential_made(question, answer.client_data, answer.attestation);
    if (!credential || !takes_challenge(act, credential->challenge)) return not_added();
    const auto passkey = passkey_of(act, *session, wanted, *credential);
    if (!session->process) store::remove_what_opens_one_process(tx(act), session->user);
    const bool is_first = opened_by(act.db(), session->user).empty();
    if (!store::add(tx(act), passkey)) return not_added();
    auto codes =
        is_first ? new_recovery_codes(act, session->user, question.secret) : std::vector<std::string>{};
    return ChangedSignIn{only_session(act, session_id), std::move(codes)};
}

Result<Passkey> rename_passkey(Permitted<Action::change_sign_in> act, const std::string& session,
    Id<Passkey> id, const std::string& name) {
    auto passkey = changing_passkey(act, session, id);
    if (!passkey) return passkey;
    if (auto complaints = complaints_about_passkey_name(name); !complaints.empty()) {
        complaints.front().place.part = std::to_string(id.value);
        return refuse(Failure::Kind::invalid, std::move(complaints));
    }
    passkey->name = name_of_passkey(name);
    store::change(tx(act), *passkey);
    return passkey;
}

Result<ChangedSignIn> remove_passkey(
    Permitted<Action::change_sign_in> act, const std::string& session, Id<Passkey> id) {
    const auto passkey = changing_passkey(act, session, id);
    if (!passkey) return tl::unexpected{passkey.error()};
    store::remove(tx(act), *passkey);
    if (opened_by(act.db(), passkey->user).empty()) store::replace_recovery_codes(tx(act), passkey->user, {});
    if (is_left_without_way_in(act, passkey->user))
        return refuse(Failure::Kind::invalid,
            {{Field::passkey,
                N_("You are the only process leader, and nothing else but a mail lets you in. Make another "
                   "passkey or set up a passphrase first, or invite another process leader")}});
    return ChangedSignIn{only_session(act, session)};
}

Result<std::string> sign_in_with_passkey(
    Permitted<Action::sign_in> act, const PasskeyTry& attempt, const Arrival& arrival) {
    auto passkey = recognised(act, attempt);
    if (!passkey) return not_let_in();
    passkey->used_at = act.now();
    store::change(tx(act), *passkey);
    store::Session session;
    session.user = passkey->user;
    session.process = passkey->process;
    session.way_in = WayIn::passkey;
    return arrive(act, session, arrival);
}

}  // namespace medskapa::app
