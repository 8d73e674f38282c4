#pragma once

#include "domain/site/opening.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Nothing where nobody has answered anything.
std::optional<SetupDraft> setup_draft(sql::Connection&);
/// In place of what was kept there before.
void keep(sql::Transaction&, const SetupDraft&);
void remove_setup_draft(sql::Transaction&);

/// Nothing for a site that was open before there was anything to open.
std::optional<SiteOpening> site_opening(sql::Connection&);
Id<SiteOpening> add(sql::Transaction&, const SiteOpening&);
void change(sql::Transaction&, const SiteOpening&);
/// Whether only those who work with the site can read it.
bool is_closed_to_visitors(sql::Connection&);

}  // namespace medskapa::store
