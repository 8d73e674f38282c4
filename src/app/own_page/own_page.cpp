#include "app/own_page/own_page.hpp"

#include "app/act/transaction.hpp"
#include "app/inspel/inspel.hpp"
#include "app/mail/post.hpp"
#include "app/own_page/tie.hpp"
#include "app/staff/session.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "domain/mail/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/own_page/own_page_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::size_t token_bytes = 20;
constexpr std::chrono::minutes touch_interval{5};

/// Puts the mail in the outbox, and what its link is known by.
void post_link(const Act& act, const std::string& address, Id<Inspel> inspel, const std::string& language,
    const std::string& secret) {
    static const Process none;
    const auto mail = post(in_process(act, none),
        {.kind = Mail::Kind::own_page_link,
            .language = language,
            .inspel = inspel,
            .code_key = hex(random_bytes(token_bytes))},
        address);
    if (!mail) return;
    const OwnLink link{mail->recipient, inspel, act.now() + own_link_life};
    store::add(tx(act), link, digest_of_token(own_link_token(*mail, secret)));
}

Owner holder_of(const Act& act, const std::string& session) {
    const auto found = own_session(act.db(), session, act.now());
    return found ? owner_of(*found) : Owner{};
}

tl::unexpected<Failure> no_address() {
    return refuse(Failure::Kind::invalid,
        {{Field::email, N_("Write an e-mail address with @, for example name@example.org")}});
}

}  // namespace

Result<bool> request_own_link(Permitted<Action::see_own> act, const std::string& typed_address,
    const std::string& language, const std::string& secret) {
    tx(act).changes_no_page();
    const auto address = mail_address(typed_address);
    if (!address) return no_address();
    post_link(act, *address, {}, language, secret);
    return true;
}

Result<bool> request_tie(Permitted<Action::follow_inspel> act, const TieRequest& request,
    const std::string& language, const std::string& secret) {
    tx(act).changes_no_page();
    const auto inspel = store::inspel_of_code(act.db(), act.process().id, digest_of_code(request.code));
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto address = mail_address(request.address);
    if (!address) return no_address();
    const auto may = may_be_tied(act, *inspel, {*address}, holder_of(act, request.session));
    if (!may) return tl::unexpected{may.error()};
    post_link(act, *address, inspel->id, language, secret);
    return true;
}

std::string own_link_token(const Mail& mail, const std::string& secret) {
    return signature("medskapa.own-link.v1", mail.code_key, secret);
}

std::optional<OwnLink> own_link_of(sql::Connection& db, const std::string& token, Instant now) {
    return store::find_own_link(db, digest_of_token(token), now);
}

Result<std::string> open_own_page(
    Permitted<Action::see_own> act, const std::string& token, const std::string& former_session) {
    const auto link = store::take_own_link(tx(act), digest_of_token(token));
    if (!link) return refuse(Failure::Kind::not_found);
    const auto inspel = link->inspel ? store::find_inspel(act.db(), link->inspel) : std::nullopt;
    if (inspel) {
        const auto is_tied = tie_to_owner(act, *inspel, {link->address}, holder_of(act, former_session));
        if (!is_tied) return tl::unexpected{is_tied.error()};
    } else {
        tx(act).changes_no_page();
    }
    if (!former_session.empty()) store::end_own_session(tx(act), digest_of_token(former_session));
    return begin_own_session(act, {link->address});
}

std::string begin_own_session(const Act& act, const Owner& owner) {
    const auto proof = owner.identity.empty() ? OwnSession::Proof::mail : OwnSession::Proof::eid;
    auto id = base32(random_bytes(token_bytes));
    store::add(
        tx(act), OwnSession{owner.address, owner.identity, proof, act.now(), act.now()}, digest_of_token(id));
    return id;
}

std::optional<OwnSession> own_session(sql::Connection& db, const std::string& id, Instant now) {
    if (id.empty()) return std::nullopt;
    auto session = store::find_own_session(db, digest_of_token(id));
    if (!session || is_over(*session, now)) return std::nullopt;
    return session;
}

bool wants_own_touch(const OwnSession& session, Instant now) {
    return now - session.seen_at > touch_interval;
}

Result<bool> touch_own_session(Permitted<Action::see_own> act, const std::string& session) {
    tx(act).changes_no_page();
    if (!own_session(act.db(), session, act.now())) return refuse(Failure::Kind::not_found);
    store::touch_own_session(tx(act), digest_of_token(session));
    return true;
}

Result<bool> sign_out_own(Permitted<Action::see_own> act, const std::string& session, OwnSignOut where) {
    tx(act).changes_no_page();
    const auto own = own_session(act.db(), session, act.now());
    store::end_own_session(tx(act), digest_of_token(session));
    if (own && where == OwnSignOut::everywhere) store::end_own_sessions_of(tx(act), owner_of(*own));
    return true;
}

Result<bool> forget_own_links(Permitted<Action::administer> act) {
    tx(act).changes_no_page();
    const bool has_any = store::has_old_own_links(act.db(), act.now());
    if (has_any) store::remove_old_own_links(tx(act));
    return has_any;
}

}  // namespace medskapa::app
