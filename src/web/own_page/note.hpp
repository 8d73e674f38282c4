#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::conversation {
struct ActivityConversation;
}

namespace medskapa::web::own_page {

/// On a receipt: how to see the inspel without its code from now on. Empty for what cannot be tied.
Html tie_note(const Visit&, const Inspel&, const std::string& code);
/// For who has lost a code.
Html lost_code_note(const Visit&);

/// The field of the form for an inspel that ties it to the visitor's eID, and whether it is ticked.
inline constexpr std::string_view tie_field = "eid";
Html eid_choice(const Visit&);
/// What the browser has to show whose it is; empty where it has nothing.
std::string own_cookie_of(const Visit&);
/// The eID of who is signed in by one; else empty.
std::string identity_of_visitor(const Visit&);
/// For who has voted: that their eID is counted in the conversation, or how it can be.
Html voice_note(const Visit&, const conversation::ActivityConversation&);

}  // namespace medskapa::web::own_page
