#include "app/staff/identity.hpp"

#include "app/act/transaction.hpp"
#include "app/staff/own_sign_in.hpp"
#include "app/staff/ways_in.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::string digest_of(const ProvenIdentity& identity, const std::string& secret) {
    return std::string{as_text(
        hmac_sha256(secret, "medskapa.staff-identity.v1\n" + identity.provider + '\n' + identity.subject))};
}

/// A tie that opens one process alone may have been made by whoever made a link to it, and is in nobody's
/// way.
bool has_own_tie_at(const Act& act, Id<User> user, const std::string& provider) {
    const auto all = store::identities_of(act.db(), user);
    return std::any_of(
        all.begin(), all.end(), [&](const auto& one) { return one.provider == provider && !one.process; });
}

/// The session of who may change what is tied at the provider: a link to one process puts nothing in place of
/// what opens all.
Result<store::Session> tying_session(
    const Act& act, const std::string& session_id, const std::string& provider) {
    auto session = changing_session(act, session_id);
    if (session && session->process && has_own_tie_at(act, session->user, provider))
        return refuse(Failure::Kind::not_allowed,
            {{Field::name, N_("You came in by what opens one process alone. Sign in with a link that we mail "
                              "you, or in another way of your own, and do it again")}});
    return session;
}

/// An address is given to somebody else when its holder has left: who is tied already is known by the tie
/// alone.
std::optional<store::StaffIdentity> tied_by_address(
    const Act& act, const ProvenIdentity& identity, const std::string& digest) {
    if (identity.trusted_address.empty()) return std::nullopt;
    const auto user = store::user_with_address(act.db(), text::lower(identity.trusted_address));
    if (!user || has_own_tie_at(act, user->id, identity.provider)) return std::nullopt;
    store::StaffIdentity tied{digest, user->id, identity.provider, act.now(), {}};
    store::save(tx(act), tied);
    return tied;
}

}  // namespace

Result<std::string> sign_in_with_identity(
    Permitted<Action::sign_in> act, const ProvenIdentity& identity, const Arrival& arrival, Id<User> only) {
    const auto digest = digest_of(identity, arrival.secret);
    auto known = store::find_identity(act.db(), digest);
    if (!known && !only) known = tied_by_address(act, identity, digest);
    if (!known || (only && known->user != only)) return refuse(Failure::Kind::not_found);
    store::Session session;
    session.user = known->user;
    session.process = known->process;
    session.way_in = WayIn::provider;
    session.proved_at = std::min(identity.authenticated.value_or(Instant{}), act.now());
    return arrive(act, session, arrival);
}

Result<ChangedSignIn> tie_identity(Permitted<Action::change_sign_in> act, const std::string& session_id,
    const ProvenIdentity& identity, const std::string& secret) {
    const auto session = tying_session(act, session_id, identity.provider);
    if (!session) return tl::unexpected{session.error()};
    const auto digest = digest_of(identity, secret);
    const auto known = store::find_identity(act.db(), digest);
    if (known && known->user != session->user)
        return refuse(
            Failure::Kind::conflict, {{Field::name, N_("That account is tied to somebody else here. Sign out "
                                                       "there, and sign in with your own")}});
    const bool had_way_in = !is_left_without_way_in(act, session->user);
    if (!session->process) store::remove_what_opens_one_process(tx(act), session->user);
    if (had_way_in && is_left_without_way_in(act, session->user))
        return refuse(Failure::Kind::invalid,
            {{Field::name, N_("Your passphrase or passkey opens one process alone, and would stop working. "
                              "Set it up anew first, so that you come in when no mail arrives")}});
    store::save(tx(act), {digest, session->user, identity.provider, act.now(), session->process});
    return ChangedSignIn{only_session(act, session_id)};
}

Result<ChangedSignIn> untie_identity(
    Permitted<Action::change_sign_in> act, const std::string& session_id, const std::string& provider) {
    const auto session = tying_session(act, session_id, provider);
    if (!session) return tl::unexpected{session.error()};
    if (!store::remove_identity(tx(act), session->user, provider)) return refuse(Failure::Kind::not_found);
    if (is_left_without_way_in(act, session->user))
        return refuse(Failure::Kind::invalid,
            {{Field::name,
                N_("You are the only process leader. Set up a passphrase first, or invite another leader, so "
                   "that somebody can let you in when no mail arrives")}});
    return ChangedSignIn{only_session(act, session_id)};
}

}  // namespace medskapa::app
