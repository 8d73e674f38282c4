#pragma once

#include "app/act/act.hpp"
#include "app/staff/sign_in.hpp"
#include "base/webauthn/answer.hpp"
#include "domain/staff/passkey.hpp"

/// Coming in by a passkey, and having some (docs/adr/0026-passkeys.md).
namespace medskapa::app {

struct NewPasskey {
    std::string name;
    webauthn::MadeAnswer answer;
    webauthn::Question question;
};
/// Adds a passkey to those that the person has; with the first that they set up come ten recovery codes.
/// Refused as set_up_passphrase() is; with Field::passkey when the answer is not to the question, has been
/// given before, or is of a passkey that is known already; with Field::name for the name. What is added in a
/// session that opens one process opens that one alone; one that opens all takes the place of every such way
/// in.
Result<ChangedSignIn> add_passkey(
    Permitted<Action::change_sign_in>, const std::string& session, const NewPasskey&);
/// Refused likewise. Sessions go on.
Result<Passkey> rename_passkey(
    Permitted<Action::change_sign_in>, const std::string& session, Id<Passkey>, const std::string& name);
/// Refused likewise, and, for Field::passkey, for the only leader of a process whom nothing else lets in.
Result<ChangedSignIn> remove_passkey(
    Permitted<Action::change_sign_in>, const std::string& session, Id<Passkey>);

/// A passkey that says who comes: with `of` only that person's is taken.
struct PasskeyTry {
    webauthn::Assertion answer;
    webauthn::Question question;
    std::optional<Id<User>> of = {};
};
/// Begins a session to all processes in which the person has a role, or to the one that the passkey was made
/// for. Refused in one sentence, for Field::passkey, whatever is wrong: an answer to another question, one
/// given before, an unknown passkey, another person's, a signature or a counter that is not right.
Result<std::string> sign_in_with_passkey(Permitted<Action::sign_in>, const PasskeyTry&, const Arrival&);

/// Bytes that the person's passkeys are to know the person by, for a question that asks for a new one.
std::string user_handle_of(sql::Connection&, Id<User>, std::string_view challenge, const std::string& secret);

}  // namespace medskapa::app
