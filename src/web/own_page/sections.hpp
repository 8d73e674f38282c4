#pragma once

#include "domain/own_page/own_page.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// The parts of the page, each with its heading.
namespace medskapa::web::own_page {

/// What the address has sent, with state, answers and receipts, and a form to tie more by a receipt's code.
Html inspel_section(const Visit&, const OwnSession&, const ui::Complaints&);
/// What is followed, in all processes, with one form to change it.
Html following_section(const Visit&, const OwnSession&);
/// What can be said of votes, which are not known by an address or an eID: those of this browser, and where
/// they are.
Html votes_section(const Visit&, const OwnSession&);
/// The extract, and what is not in it.
Html data_section(const Visit&, const OwnSession&);

}  // namespace medskapa::web::own_page
