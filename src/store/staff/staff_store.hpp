#pragma once

#include "domain/staff/authorisation.hpp"
#include "domain/staff/passphrase.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// A new account. Its address must not be known.
Id<User> add(sql::Transaction&, const User&);
std::optional<User> user_with_address(sql::Connection&, const std::string& email);
void set_role(sql::Transaction&, Id<User>, Id<Process>, Role);
/// The role, and every way in to this process alone.
void remove_role(sql::Transaction&, Id<User>, Id<Process>);

/// What a link opens, and so what the session begun with it may touch.
struct SignInLink {
    Id<User> user;
    Id<Process> process;  // none: all in which the person has a role
    Instant expires_at;
};
/// From now on the only link of the person to that process; one to all processes replaces all.
void add_sign_in_link(sql::Transaction&, const std::string& token_digest, const SignInLink&);
/// Next to the person's other links; those of anybody that are too old go.
void add_further_link(sql::Transaction&, const std::string& token_digest, const SignInLink&);
/// Takes the link away and returns it; nothing when it is unknown, used or too old.
std::optional<SignInLink> take_sign_in_link(sql::Transaction&, const std::string& token_digest);

void add_setup_link(sql::Transaction&, const std::string& token_digest, Instant expires_at);
/// Takes the link away; false when it is unknown, used or too old.
bool take_setup_link(sql::Transaction&, const std::string& token_digest);
/// Nothing when it is unknown, used or too old.
std::optional<Instant> setup_link_lasts_until(sql::Connection&, const std::string& token_digest, Instant now);

struct Session {
    Id<User> user;
    Instant started_at;
    Instant seen_at;
    Id<Process> process =
        {};  // the only one that the session opens; none: all in which the person has a role
    WayIn way_in = WayIn::link;
    Device device = Device::shared;
    Instant proved_at = {};  // when the person showed who they are, which may be before the session began
};
void add_session(sql::Transaction&, const std::string& id_digest, const Session&);
void touch_session(sql::Transaction&, const std::string& id_digest);
void end_session(sql::Transaction&, const std::string& id_digest);

/// All of the person's but that one; of those that open one process only, those that open the same.
void end_other_sessions(sql::Transaction&, const std::string& id_digest, const Session&);
void rename(sql::Transaction&, Id<User>, const std::string& name);

/// All of the person's.
void end_sessions_of(sql::Transaction&, Id<User>);

struct NamedSession {
    std::string id_digest;
    Session session;
};
/// The person's, the newest first.
std::vector<NamedSession> sessions_of(sql::Connection&, Id<User>);
std::optional<Session> find_session(sql::Connection&, const std::string& id_digest);
/// Nothing when it is unknown, used or too old.
std::optional<SignInLink> find_sign_in_link(sql::Connection&, const std::string& token_digest, Instant now);
std::optional<User> find_user(sql::Connection&, Id<User>);
std::map<Id<Process>, Role> roles_of(sql::Connection&, Id<User>);

struct Member {
    User user;
    Role role;
};
std::vector<Member> members_of(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
