#include "app/staff/own_sign_in.hpp"

#include "app/act/transaction.hpp"
#include "app/staff/session.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

bool opens_one_of_several(const Act& act, const store::Session& session) {
    const auto roles = store::roles_of(act.db(), session.user);
    return session.process && std::any_of(roles.begin(), roles.end(),
                                  [&](const auto& role) { return role.first != session.process; });
}

}  // namespace

std::string arrive(const Act& act, store::Session session, const Arrival& arrival) {
    if (!arrival.former_session.empty()) store::end_session(tx(act), digest_of_token(arrival.former_session));
    session.device = arrival.device;
    return begin_session(act, session);
}

Result<store::Session> changing_session(const Act& act, const std::string& id) {
    const auto session = store::find_session(act.db(), digest_of_token(id));
    if (!session) return refuse(Failure::Kind::not_found);
    if (act.now() - session->proved_at > fresh_sign_in || opens_one_of_several(act, *session))
        return refuse(Failure::Kind::not_allowed);
    return *session;
}

std::string only_session(const Act& act, const std::string& id) {
    const auto session = store::find_session(act.db(), digest_of_token(id)).value();
    store::end_sessions_of(tx(act), session.user);
    return begin_session(act, session);
}

}  // namespace medskapa::app
