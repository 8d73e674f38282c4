#pragma once

#include "app/own_page/own_page.hpp"
#include "web/own_page/note.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::own_page {

/// Whose browser it is. Notes that the session is in use.
std::optional<OwnSession> owner(const Visit&);

/// How the owner is called on their own pages: the address, or the mark of the eID.
std::string name_of_owner(const OwnSession&);

/// A page for its reader alone, that no index has.
Response shown_page(
    const Visit&, const std::string& title, Html body, const ui::Complaints& = {}, int status = 200);
/// What is shown to somebody whose session is over: the form that asks for a link, and what is wrong with
/// what was written there.
Response ask_for_address(const Visit&, const ui::Complaints&, int status);
/// That a mail is on its way, whatever is tied to the address.
Response look_in_mailbox(const Visit&);

}  // namespace medskapa::web::own_page
