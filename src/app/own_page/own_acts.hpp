#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/mail/subscription.hpp"
#include "domain/own_page/own_page.hpp"
#include "store/privacy/person_rows.hpp"

#include <string>
#include <vector>

/// What somebody does with what is their own. Each verb takes the session as the right, and holds what it is
/// about against the session's owner: not_found for what is somebody else's, as for what is not there, and
/// not_allowed when the session is over.
namespace medskapa::app {

/// Ties an inspel to the session's owner, for who has its receipt code too; whichever process it is of.
Result<Inspel> tie_inspel(Permitted<Action::see_own>, const std::string& session, const std::string& code);

/// As by its code: until it has been declined.
Result<Inspel> withdraw_own_inspel(Permitted<Action::see_own>, const std::string& session, int number);

/// What is to be followed in one process, of what the page showed.
struct OwnChoice {
    std::string subscriber;  // its public id
    Subscriber::Pace pace = Subscriber::Pace::daily;
    std::vector<std::string> shown;
    std::vector<std::string> kept;  // of those
};
/// What was shown and is not kept is followed no more; a process in which nothing is left has the address no
/// more. Refuses all when one of them is not the session's.
Result<bool> choose_own_following(
    Permitted<Action::see_own>, const std::string& session, const std::vector<OwnChoice>&);

/// Asks the region to put something right in an inspel, or to erase it. The same form sent twice is once;
/// with other words it is a conflict.
Result<OwnRequest> send_own_request(Permitted<Action::see_own>, const std::string& session, int number,
    const OwnRequest& typed, const std::string& form_key);
/// The answer stands on the sender's own page, and a mail says that there is one. It changes nothing by
/// itself: what is to be masked or erased has verbs of its own.
Result<OwnRequest> answer_own_request(
    Permitted<Action::moderate_inspel>, Id<OwnRequest>, const std::string& answer);

/// The rows that are provably the owner's: what they have sent, follow and have been mailed. What is known by
/// a name, a telephone number or a browser's key is not among them, nor what somebody else may have written
/// the address in.
std::vector<store::PersonRef> rows_of_owner(sql::Connection&, const Owner&);

/// What these rows say to the owner, in every process. Others stand in them too: the registrar of an
/// organisation that was asked, and who confirmed. Their addresses and names are left out, with rows in which
/// nothing else was.
store::RowsOfPerson extract_of_owner(sql::Connection&, const Owner&);

}  // namespace medskapa::app
