#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/mail/mail.hpp"
#include "domain/own_page/own_page.hpp"

#include <optional>
#include <string>

/// Coming to the page that shows what is one's own: by a link that is mailed to one's address, or by eID. Who
/// comes or goes is nobody else's business: the log says nothing of it.
namespace medskapa::app {

/// Mails a link to the address, whatever is tied to it and whether anything is: the same is written and the
/// answer is the same. Refuses what is no address. An address gets three within `mailed_link_life`; then
/// nothing more is sent, and nobody is told.
Result<bool> request_own_link(Permitted<Action::see_own>, const std::string& typed_address,
    const std::string& language, const std::string& secret);

/// What a link that ties is asked for with.
struct TieRequest {
    std::string code;
    std::string address;       // as typed
    std::string session = {};  // that the browser has
};
/// The same with a link that also ties an inspel to the address, for who has its receipt code. Nothing is
/// tied until the link is used. Refuses, for Field::email, an inspel that has another way to reach its
/// sender, or an eID that is not the session's: who has found a receipt must not take the inspel over; and an
/// answer to a referral, which is an organisation's.
Result<bool> request_tie(Permitted<Action::follow_inspel>, const TieRequest&, const std::string& language,
    const std::string& secret);

/// The token of the link in such a mail: nothing but its digest is kept.
std::string own_link_token(const Mail&, const std::string& secret);
/// Of a link that can be used.
std::optional<OwnLink> own_link_of(sql::Connection&, const std::string& token, Instant now);

/// Uses the link up, ties what it names, ends the session that the browser had, and begins another. Returns
/// its id, 160 bits, of which only a digest is kept. Refuses with not_found a link that cannot be used.
Result<std::string> open_own_page(
    Permitted<Action::see_own>, const std::string& token, const std::string& former_session);
/// A session begun for somebody who has shown who they are.
std::string begin_own_session(const Act&, const Owner&);

/// Whose session it is now. Nothing when it is unknown, idle too long or too old.
std::optional<OwnSession> own_session(sql::Connection&, const std::string& session, Instant now);
bool wants_own_touch(const OwnSession&, Instant now);
/// Notes that the session is in use.
Result<bool> touch_own_session(Permitted<Action::see_own>, const std::string& session);
/// Ends the session, or all that its owner has in other browsers too.
enum class OwnSignOut { here, everywhere };
Result<bool> sign_out_own(Permitted<Action::see_own>, const std::string& session, OwnSignOut);

/// Takes away links and sessions whose time is out, mails with such links a day after they were written, and
/// which eID have been counted in conversations whose result stands.
/// True when there were any.
Result<bool> forget_own_links(Permitted<Action::administer>);

}  // namespace medskapa::app
