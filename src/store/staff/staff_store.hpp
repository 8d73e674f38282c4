#pragma once

#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// The member of staff with that address, new or known; the name is the newest given.
Id<User> add(sql::Transaction&, const User&);
void set_role(sql::Transaction&, Id<User>, Id<Process>, Role);
/// The role, and every way in that is not used yet.
void remove_role(sql::Transaction&, Id<User>, Id<Process>);
void add_sign_in_link(sql::Transaction&, const std::string& token_digest, Id<User>, Instant expires_at);
/// Takes the link away and says whose it was; nothing when it is unknown, used or too old.
std::optional<Id<User>> take_sign_in_link(sql::Transaction&, const std::string& token_digest);

void add_setup_link(sql::Transaction&, const std::string& token_digest, Instant expires_at);
/// Takes the link away; false when it is unknown, used or too old.
bool take_setup_link(sql::Transaction&, const std::string& token_digest);
bool setup_link_is_good(sql::Connection&, const std::string& token_digest, Instant now);

struct Session {
    Id<User> user;
    Instant started_at;
    Instant seen_at;
};
void add_session(sql::Transaction&, const std::string& id_digest, const Session&);
void touch_session(sql::Transaction&, const std::string& id_digest);
void end_session(sql::Transaction&, const std::string& id_digest);

std::optional<Session> find_session(sql::Connection&, const std::string& id_digest);
bool sign_in_link_is_good(sql::Connection&, const std::string& token_digest, Instant now);
std::optional<User> find_user(sql::Connection&, Id<User>);
std::map<Id<Process>, Role> roles_of(sql::Connection&, Id<User>);

struct Member {
    User user;
    Role role;
};
std::vector<Member> members_of(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
