#pragma once

#include "app/act/act.hpp"
#include "app/staff/session.hpp"
#include "app/staff/sign_in.hpp"
#include "domain/mail/mail.hpp"
#include "store/staff/staff_store.hpp"

namespace medskapa::app {

/// How long a sign-in link is good for: until the person has got it. One made by a process leader is handed
/// over at once; one from the command line may be for somebody who comes to work tomorrow.
inline constexpr std::chrono::hours sign_in_link_life{1};
inline constexpr std::chrono::hours operators_link_life{24};

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

/// For a member of the process who has lost what they sign in with: takes their passphrase, app, recovery
/// codes, passkeys and accounts at sign-in services away, ends what they are signed in to, and returns the
/// token of a new link. Refused for oneself, and for who has a role in a process that the actor does not
/// lead: what is taken away opens that one too.
Result<std::string> reset_sign_in(Permitted<Action::manage_users>, Id<User>);

/// Takes a member's role in the process away; what they are signed in to ends at once. The last process
/// leader stays.
Result<User> remove_member(Permitted<Action::manage_users>, Id<User>);

/// Gives oneself another name. Refused for a session that opens one process of several: whoever made its link
/// is not known to be the person.
Result<bool> rename_self(Permitted<Action::sign_out>, const std::string& session, const std::string& name);

}  // namespace medskapa::app
