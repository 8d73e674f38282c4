#pragma once

#include "store/organisation/organisation_store.hpp"
#include "web/frame/visit.hpp"

/// What of the register a member of staff sees: organisations that are met in a process where they may keep
/// it, and those that are met in none.
namespace medskapa::web::organisation::desk {

store::OrganisationFilter visible_to(const Visit&);
/// The one of the address, or of a form, where the reader sees it.
std::optional<Organisation> visible_organisation(
    const Visit&, sql::Connection&, const std::string& public_id);

}  // namespace medskapa::web::organisation::desk
