#include "app/staff/staff.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/staff/staff_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t token_bytes = 20;
constexpr std::chrono::minutes touch_interval{5};

}  // namespace

std::string digest_of_token(const std::string& token) {
    return std::string{as_text(sha256(token))};
}

std::vector<Complaint> complaints_about(const User& user) {
    std::vector<Complaint> complaints;
    if (user.email.find('@') == std::string::npos)
        complaints.push_back(
            {Field::email, N_("Write an e-mail address with @, for example name@example.org")});
    if (text::one_line(user.name).empty()) complaints.push_back({Field::name, N_("Write a name")});
    return complaints;
}

Result<std::string> invite(Permitted<Action::manage_users> act, User user, Role role) {
    user.email = text::lower(text::one_line(user.email));
    user.name = text::one_line(user.name);
    if (const auto complaints = complaints_about(user); !complaints.empty())
        return refuse(Failure::Kind::invalid, complaints);

    user.id = store::add(tx(act), user);
    store::set_role(tx(act), user.id, act.process().id, role);
    auto token = base32(random_bytes(token_bytes));
    store::add_sign_in_link(tx(act), digest_of_token(token), user.id, act.now() + sign_in_link_life);
    record(act, EntryType::role_granted, object_named(ObjectKind::role, name_of(role)));
    return token;
}

Result<User> remove_member(Permitted<Action::manage_users> act, Id<User> id) {
    const auto& process = act.process();
    const auto members = store::members_of(act.db(), process.id);
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const store::Member& m) { return m.user.id == id; });
    if (found == members.end()) return refuse(Failure::Kind::not_found);
    const auto leaders = std::count_if(members.begin(), members.end(),
        [](const store::Member& m) { return m.role == Role::process_leader; });
    if (found->role == Role::process_leader && leaders == 1)
        return refuse(
            Failure::Kind::invalid, {{Field::name, N_("The process needs a leader. Invite another first")}});
    store::remove_role(tx(act), id, process.id);
    record(act, EntryType::role_revoked, object_named(ObjectKind::role, name_of(found->role)));
    return found->user;
}

Result<std::string> sign_in(Permitted<Action::sign_in> act, const std::string& token) {
    const auto user = store::take_sign_in_link(tx(act), digest_of_token(token));
    if (!user) return refuse(Failure::Kind::not_found);
    auto session = base32(random_bytes(token_bytes));
    store::add_session(tx(act), digest_of_token(session), {*user, act.now(), act.now()});
    return session;
}

Result<bool> sign_out(Permitted<Action::sign_out> act, const std::string& session) {
    store::end_session(tx(act), digest_of_token(session));
    return true;
}

Result<bool> touch(Permitted<Action::sign_out> act, const std::string& session) {
    store::touch_session(tx(act), digest_of_token(session));
    return true;
}

std::optional<SignedIn> signed_in(sql::Connection& db, const std::string& id, Instant now) {
    if (id.empty()) return std::nullopt;
    const auto session = store::find_session(db, digest_of_token(id));
    if (!session) return std::nullopt;
    if (now - session->seen_at > idle_limit || now - session->started_at > session_limit) return std::nullopt;
    auto user = store::find_user(db, session->user);
    if (!user) return std::nullopt;
    return SignedIn{{.user = user->id, .roles = store::roles_of(db, user->id), .is_operator = false}, *user,
        now - session->seen_at > touch_interval};
}

}  // namespace medskapa::app
