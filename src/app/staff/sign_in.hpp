#pragma once

#include "app/act/act.hpp"
#include "domain/staff/passphrase.hpp"

/// Coming in: by a link, or by a passphrase; and with a code besides, for who has set one up.
namespace medskapa::app {

/// What somebody who comes in brings besides the link or the passphrase.
struct Arrival {
    std::string code = {};  // of their app, or a recovery code
    Device device = Device::shared;
    std::string former_session = {};  // that this browser had, which ends
    std::string secret = {};          // the installation's
};

/// Uses up the link's token and begins a session. Returns the session's id, of which only a digest is kept.
/// Refused, for Field::one_time_code, when the person has set up an app or a passkey and the code is not
/// right: then the link can be used again.
Result<std::string> sign_in(Permitted<Action::sign_in>, const std::string& token, const Arrival& = {});

/// Who comes in by a link that can be used, and whether it asks them for a code.
struct LinkHolder {
    User user;
    bool is_asked_for_code = false;
};
std::optional<LinkHolder> holder_of_link(sql::Connection&, const std::string& token, Instant now);

/// Whose passphrase was typed, and the hash that it fits: comparing takes longer than an act may.
struct RightPassphrase {
    Id<User> user;
    std::string hash;
};
/// Begins a session to all processes in which the person has a role, or to the one that the passphrase was
/// set up for. Nothing where the passphrase was not right, which is refused like a code that is not: in the
/// same words, after the same questions.
Result<std::string> sign_in_with_passphrase(
    Permitted<Action::sign_in>, const std::optional<RightPassphrase>&, const Arrival&);

/// What a person has from now on: a session in place of all those that they had, and what is shown once.
struct ChangedSignIn {
    std::string session;
    std::vector<std::string> recovery_codes = {};  // "CC8X-D2N9-6DHX-ES91": 80 bits each
};

struct NewPassphrase {
    std::string hash;
    std::string one_time_key;  // 20 bytes
    std::string code;          // that the person's app has made of it
    std::string secret;        // the installation's
};
/// Sets up a passphrase, an app and ten recovery codes in place of those that the person had. Refused when
/// the code is not the key's, and for who has not signed in within `fresh_sign_in`. Also refused for a
/// session that opens one process of several: whoever made its link is not known to be the person. What is
/// set up in a session that opens one process opens that one alone, whatever roles the person gets later; one
/// that opens all takes the place of every such way in.
Result<ChangedSignIn> set_up_passphrase(
    Permitted<Action::change_sign_in>, const std::string& session, const NewPassphrase&);

/// Another passphrase, with the same app; refused likewise, and where none has been set up.
Result<ChangedSignIn> change_passphrase(
    Permitted<Action::change_sign_in>, const std::string& session, const std::string& hash);
/// Ten new recovery codes, after which those before are no good; refused likewise.
Result<ChangedSignIn> renew_recovery_codes(
    Permitted<Action::change_sign_in>, const std::string& session, const std::string& secret);
/// From now on only links, and passkeys where there are any, let the person in. Refused likewise, and, for
/// Field::new_passphrase, for the only leader of a process whom no passkey lets in: nobody could when no mail
/// arrives.
Result<ChangedSignIn> drop_passphrase(Permitted<Action::change_sign_in>, const std::string& session);

}  // namespace medskapa::app
