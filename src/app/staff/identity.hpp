#pragma once

#include "app/staff/sign_in.hpp"

/// Coming in by a sign-in service (OpenID Connect), whose account for the person has been tied to the one
/// here.
namespace medskapa::app {

/// Whom a provider vouches for, once its answer has been checked.
struct ProvenIdentity {
    std::string provider;  // its issuer
    std::string subject;   // its name for the person: may be a personal identity number, and is kept nowhere
    std::optional<Instant> authenticated = {};  // when they showed who they are there, if it says so
    /// An address that the provider has verified and that the operator takes for the person's own; else
    /// empty.
    std::string trusted_address = {};
};

/// Begins a session to all processes in which the person has a role, or to the one that the tie was made for.
/// It is as fresh as the person's own sign-in at the provider. Refused with not_found when the identity is
/// tied to nobody; a trusted address ties it to the account with that address, unless that one is tied to
/// somebody else at the same provider. Given `only`, refused for anybody else.
Result<std::string> sign_in_with_identity(
    Permitted<Action::sign_in>, const ProvenIdentity&, const Arrival&, Id<User> only = {});

/// Ties the identity to the account of this session, in place of one of the same provider. Refused as
/// set_up_passphrase() is, and where it is somebody else's; what is tied in a session that opens one process
/// opens that one alone, and takes the place of none that opens all: not_allowed, with a sentence. Refused
/// with invalid for the only leader of a process who would be left without passphrase and passkey, since
/// those that they have open one process. Ends all other sessions.
Result<ChangedSignIn> tie_identity(Permitted<Action::change_sign_in>, const std::string& session,
    const ProvenIdentity&, const std::string& secret);

/// The other way. Refused likewise, and for the only leader of a process who has neither passphrase nor
/// passkey.
Result<ChangedSignIn> untie_identity(
    Permitted<Action::change_sign_in>, const std::string& session, const std::string& provider);

}  // namespace medskapa::app
