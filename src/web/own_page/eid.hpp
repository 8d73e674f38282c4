#pragma once

#include "web/frame/visit.hpp"

/// Coming to My pages by eID; what other pages show of that is in note.hpp.
namespace medskapa::web::own_page {

/// The services on the page that asks who somebody is; nothing where there is none.
Html eid_section(const Visit&);
/// On a receipt: to tie it, or to sign in first.
Html eid_tie_note(const Visit&, const std::string& code);

}  // namespace medskapa::web::own_page
