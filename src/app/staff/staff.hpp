#pragma once

#include "app/act/act.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// How long a sign-in link made at the command line or by a process leader is good for.
inline constexpr std::chrono::hours sign_in_link_life{24};
inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours session_limit{12};

/// What is wrong with what was typed about somebody, in the fields "epost" and "namn".
std::vector<Complaint> complaints_about(const User&);

/// Adds a member of staff, or changes the role of one, and makes a sign-in link. Returns its token: 160 bits,
/// used once, of which only a digest is kept.
Result<std::string> invite(Permitted<Action::manage_users>, User, Role);

/// Takes a member's role in the process away; what they are signed in to ends at once. The last process
/// leader stays.
Result<User> remove_member(Permitted<Action::manage_users>, Id<User>);

/// Uses up the link's token and begins a session. Returns the session's id, of which only a digest is kept.
Result<std::string> sign_in(Permitted<Action::sign_in>, const std::string& token);
Result<bool> sign_out(Permitted<Action::sign_out>, const std::string& session);
/// Notes that the session is in use. Called at most every fifth minute.
Result<bool> touch(Permitted<Action::sign_out>, const std::string& session);

/// Who has this session now. Nothing when it is unknown, idle too long or too old.
struct SignedIn {
    Actor actor;
    User user;
    bool wants_touch = false;
};
std::optional<SignedIn> signed_in(sql::Connection&, const std::string& session, Instant now);

std::string digest_of_token(const std::string& token);

}  // namespace medskapa::app
