#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::referral::desk {

/// The referral, or party, that the address names.
std::optional<Referral> referral_of(const Visit&);
std::optional<Party> party_of(const Visit&, const Referral&);

bool may_run(const Visit&);
/// A page of the register, with a link back to it above.
Response register_page(const Visit&, const std::string& title, Html body, const ui::Complaints&, int status);
/// What is wrong with a table that was read, by its rows.
Html wrong_rows(const Visit&, const ui::Complaints&);

}  // namespace medskapa::web::referral::desk
