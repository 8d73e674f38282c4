#include "app/staff/sign_in.hpp"

#include "app/act/transaction.hpp"
#include "app/staff/own_sign_in.hpp"
#include "app/staff/session.hpp"
#include "base/digest.hpp"
#include "base/secret/encrypted.hpp"
#include "base/secret/one_time_code.hpp"
#include "domain/field.hpp"
#include "store/staff/passphrase_store.hpp"
#include "store/staff/staff_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t recovery_code_bytes = 10;
constexpr std::size_t group = 4;

std::string purpose_of_key(Id<User> user) {
    return "medskapa.one-time-key.v1\n" + std::to_string(user.value);
}

std::string digest_of_code(Id<User> user, const std::string& typed, const std::string& secret) {
    const auto code =
        "medskapa.recovery-code.v1\n" + std::to_string(user.value) + '\n' + base32_normalised(typed);
    return std::string{as_text(hmac_sha256(secret, code))};
}

std::string in_groups(const std::string& code) {
    std::string shown;
    for (std::size_t i = 0; i < code.size(); i += group) shown += (i == 0 ? "" : "-") + code.substr(i, group);
    return shown;
}

std::vector<std::string> new_recovery_codes(const Act& act, Id<User> user, const std::string& secret) {
    std::vector<std::string> codes;
    std::vector<std::string> digests;
    for (std::size_t i = 0; i < recovery_codes_given; ++i) {
        codes.push_back(in_groups(base32(random_bytes(recovery_code_bytes))));
        digests.push_back(digest_of_code(user, codes.back(), secret));
    }
    store::replace_recovery_codes(tx(act), user, digests);
    return codes;
}

/// Uses the code up when it is the app's or a recovery code.
bool takes_code(const Act& act, const store::Passphrase& known, const Arrival& arrival) {
    if (const auto key = decrypted(purpose_of_key(known.user), known.one_time_key, arrival.secret))
        if (const auto step = step_of_code(*key, arrival.code, act.now(), known.last_step))
            return store::use_step(tx(act), known.user, *step);
    return store::use_recovery_code(
        tx(act), known.user, digest_of_code(known.user, arrival.code, arrival.secret));
}

/// Who made a link to one process may have set up what opens that process in the person's name: it does not
/// keep the person from coming in by a link to their own mailbox.
bool asks_for_code(const store::Passphrase& known, const store::SignInLink& link) {
    return !known.process || known.process == link.process;
}

Result<store::Passphrase> known_passphrase(const Act& act, const std::string& session_id) {
    const auto session = changing_session(act, session_id);
    if (!session) return tl::unexpected{session.error()};
    auto known = store::passphrase_of(act.db(), session->user);
    if (!known) return refuse(Failure::Kind::not_found);
    return *std::move(known);
}

}  // namespace

Result<std::string> sign_in(
    Permitted<Action::sign_in> act, const std::string& token, const Arrival& arrival) {
    const auto link = store::take_sign_in_link(tx(act), digest_of_token(token));
    if (!link) return refuse(Failure::Kind::not_found);
    const auto known = store::passphrase_of(act.db(), link->user);
    if (known && asks_for_code(*known, *link) && !takes_code(act, *known, arrival))
        return refuse(Failure::Kind::invalid,
            {{Field::one_time_code,
                N_("The code does not fit. Write the one that the app shows now; each can be "
                   "used once. Without the app, write a recovery code")}});
    store::Session session;
    session.user = link->user;
    session.process = link->process;
    return arrive(act, session, arrival);
}

std::optional<LinkHolder> holder_of_link(sql::Connection& db, const std::string& token, Instant now) {
    const auto link = store::find_sign_in_link(db, digest_of_token(token), now);
    const auto user = link ? store::find_user(db, link->user) : std::nullopt;
    if (!user) return std::nullopt;
    const auto known = store::passphrase_of(db, link->user);
    return LinkHolder{*user, known && asks_for_code(*known, *link)};
}

Result<std::string> sign_in_with_passphrase(
    Permitted<Action::sign_in> act, const std::optional<RightPassphrase>& right, const Arrival& arrival) {
    const auto known = store::passphrase_of(act.db(), right ? right->user : Id<User>{});
    const bool is_right = known && right && known->hash == right->hash;
    if (!takes_code(act, known.value_or(store::Passphrase{}), arrival) || !is_right)
        return refuse(Failure::Kind::invalid,
            {{Field::passphrase,
                N_("Address, passphrase and code do not belong together. Look at all three: the "
                   "code is the one that the app shows now, and each can be used once")}});
    store::Session session;
    session.user = known->user;
    session.process = known->process;
    session.way_in = WayIn::passphrase;
    return arrive(act, session, arrival);
}

Result<ChangedSignIn> set_up_passphrase(
    Permitted<Action::change_sign_in> act, const std::string& session_id, const NewPassphrase& wanted) {
    const auto session = changing_session(act, session_id);
    if (!session) return tl::unexpected{session.error()};
    const auto step = step_of_code(wanted.one_time_key, wanted.code, act.now(), 0);
    if (!step)
        return refuse(Failure::Kind::invalid,
            {{Field::one_time_code,
                N_("The code is not made of this key. Look in the app, where the name of the site "
                   "stands, and check that the phone's clock is right")}});
    const auto user = session->user;
    store::save(
        tx(act), {user, wanted.hash, encrypted(purpose_of_key(user), wanted.one_time_key, wanted.secret),
                     *step, act.now(), session->process});
    auto codes = new_recovery_codes(act, user, wanted.secret);
    return ChangedSignIn{only_session(act, session_id), std::move(codes)};
}

Result<ChangedSignIn> change_passphrase(
    Permitted<Action::change_sign_in> act, const std::string& session, const std::string& hash) {
    auto known = known_passphrase(act, session);
    if (!known) return tl::unexpected{known.error()};
    known->hash = hash;
    known->changed_at = act.now();
    store::save(tx(act), *known);
    return ChangedSignIn{only_session(act, session)};
}

Result<ChangedSignIn> renew_recovery_codes(
    Permitted<Action::change_sign_in> act, const std::string& session, const std::string& secret) {
    const auto known = known_passphrase(act, session);
    if (!known) return tl::unexpected{known.error()};
    auto codes = new_recovery_codes(act, known->user, secret);
    return ChangedSignIn{only_session(act, session), std::move(codes)};
}

Result<ChangedSignIn> drop_passphrase(Permitted<Action::change_sign_in> act, const std::string& session) {
    const auto known = known_passphrase(act, session);
    if (!known) return tl::unexpected{known.error()};
    if (is_only_leader(act, known->user))
        return refuse(Failure::Kind::invalid,
            {{Field::new_passphrase,
                N_("You are the only process leader. Invite another first, so that somebody can let "
                   "you in when no mail arrives")}});
    store::remove_passphrase(tx(act), known->user);
    store::replace_recovery_codes(tx(act), known->user, {});
    return ChangedSignIn{only_session(act, session)};
}

}  // namespace medskapa::app
