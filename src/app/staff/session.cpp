#include "app/staff/session.hpp"

#include "app/act/transaction.hpp"
#include "base/digest.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t token_bytes = 20;
constexpr std::chrono::minutes touch_interval{5};

bool is_over(const store::Session& session, Instant now) {
    const std::chrono::milliseconds idle = now - session.seen_at;
    const bool is_idle = session.device == Device::own ? idle > own_device_idle_limit : idle > idle_limit;
    return is_idle || now - session.started_at > session_limit;
}

}  // namespace

std::string digest_of_token(const std::string& token) {
    return std::string{as_text(sha256(token))};
}

std::string begin_session(const Act& act, store::Session session) {
    auto id = base32(random_bytes(token_bytes));
    if (session.started_at == Instant{}) {
        session.started_at = act.now();
        if (session.way_in != WayIn::provider) session.proved_at = act.now();
    }
    session.seen_at = act.now();
    store::add_session(tx(act), digest_of_token(id), session);
    return id;
}

Result<bool> sign_out(Permitted<Action::sign_out> act, const std::string& session) {
    store::end_session(tx(act), digest_of_token(session));
    return true;
}

Result<bool> touch(Permitted<Action::sign_out> act, const std::string& session) {
    tx(act).changes_no_page();
    store::touch_session(tx(act), digest_of_token(session));
    return true;
}

Result<bool> end_other_sessions(Permitted<Action::sign_out> act, const std::string& id) {
    const auto digest = digest_of_token(id);
    const auto own = store::find_session(act.db(), digest);
    if (!own) return refuse(Failure::Kind::not_found);
    store::end_other_sessions(tx(act), digest, *own);
    return true;
}

Result<bool> end_session(Permitted<Action::sign_out> act, const std::string& id, const std::string& name) {
    const auto sessions = living_sessions(act.db(), id, act.now());
    const auto found = std::find_if(
        sessions.begin(), sessions.end(), [&](const LivingSession& one) { return one.name == name; });
    if (found == sessions.end()) return refuse(Failure::Kind::not_found);
    store::end_session(tx(act), from_hex(name).value());
    return true;
}

std::vector<LivingSession> living_sessions(sql::Connection& db, const std::string& id, Instant now) {
    const auto digest = digest_of_token(id);
    const auto own = store::find_session(db, digest);
    if (!own) return {};
    std::vector<LivingSession> living;
    for (const auto& [its_digest, session] : store::sessions_of(db, own->user)) {
        if (is_over(session, now) || (own->process && session.process != own->process)) continue;
        living.push_back({hex(its_digest), session, its_digest == digest});
    }
    return living;
}

std::optional<SignedIn> signed_in(sql::Connection& db, const std::string& id, Instant now) {
    if (id.empty()) return std::nullopt;
    const auto session = store::find_session(db, digest_of_token(id));
    if (!session) return std::nullopt;
    if (is_over(*session, now)) return std::nullopt;
    auto user = store::find_user(db, session->user);
    if (!user) return std::nullopt;
    auto roles = store::roles_of(db, user->id);
    if (session->process)
        std::erase_if(roles, [&](const auto& role) { return role.first != session->process; });
    return SignedIn{{.user = user->id, .roles = std::move(roles), .is_operator = false}, *user,
        now - session->seen_at > touch_interval, now - session->proved_at <= fresh_sign_in, session->device};
}

}  // namespace medskapa::app
