#pragma once

#include "app/act/act.hpp"
#include "domain/mail/mail.hpp"
#include "store/staff/staff_store.hpp"

namespace medskapa::app {

/// How long a sign-in link is good for: until the person has got it. One made by a process leader is handed
/// over at once; one from the command line may be for somebody who comes to work tomorrow.
inline constexpr std::chrono::hours sign_in_link_life{1};
inline constexpr std::chrono::hours operators_link_life{24};
inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours session_limit{12};

/// What is wrong with what was typed about somebody, in the fields "epost" and "namn".
std::vector<Complaint> complaints_about(const User&);

struct InvitedMember {
    User user;                         // under the name that they have
    std::optional<std::string> token;  // of a sign-in link, for somebody who had no account
};
/// Gives somebody a role in the process, or another one. Who has no account gets one, and a sign-in link. An
/// account that is there belongs to its person: its name stays, and no link is made. The last process leader
/// stays one.
Result<InvitedMember> invite(Permitted<Action::manage_users>, User, Role);

/// A new sign-in link for a member of the process, after which the one before is no longer good. Made by a
/// process leader it opens this process and no other in which the person has a role; made at the command
/// line, all of them. Returns its token: 160 bits, used once, of which only a digest is kept.
Result<std::string> make_sign_in_link(Permitted<Action::manage_users>, Id<User>);

/// Mails a sign-in link, good for `mailed_link_life` and for all processes in which the person has a role, to
/// a member of the staff with the address. Who asks learns nothing: the same rows are written and the answer
/// is the same whoever has the address, and whether anybody has. Other links of the person stay good.
Result<bool> request_sign_in_link(Permitted<Action::sign_in>, const std::string& typed_address,
    const std::string& language, const std::string& secret);

/// The token of the link in such a mail: nothing but its digest is kept.
std::string mailed_token(const Mail&, const std::string& secret);

/// Takes a member's role in the process away; what they are signed in to ends at once. The last process
/// leader stays.
Result<User> remove_member(Permitted<Action::manage_users>, Id<User>);

/// Uses up the link's token and begins a session. Returns the session's id, of which only a digest is kept.
Result<std::string> sign_in(Permitted<Action::sign_in>, const std::string& token);
Result<bool> sign_out(Permitted<Action::sign_out>, const std::string& session);
/// Notes that the session is in use. Called at most every fifth minute.
Result<bool> touch(Permitted<Action::sign_out>, const std::string& session);

/// Ends all sessions of the person but this one. One that a process leader's link has begun ends those to the
/// same process only.
Result<bool> end_other_sessions(Permitted<Action::sign_out>, const std::string& session);
/// Gives oneself another name. Refused for a session that opens one process of several: whoever made its link
/// is not known to be the person.
Result<bool> rename_self(Permitted<Action::sign_out>, const std::string& session, const std::string& name);

/// Those of the person's sessions that can still be used and that this one may end, itself included.
std::vector<store::Session> living_sessions(sql::Connection&, const std::string& session, Instant now);

/// Who has this session now. Nothing when it is unknown, idle too long or too old.
struct SignedIn {
    Actor actor;
    User user;
    bool wants_touch = false;
};
std::optional<SignedIn> signed_in(sql::Connection&, const std::string& session, Instant now);

std::string digest_of_token(const std::string& token);

}  // namespace medskapa::app
