#pragma once

#include "domain/site/appearance.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

Id<SiteAppearance> add(sql::Transaction&, const SiteAppearance&);
/// How the site looks now: as Medskapa does, before anybody has chosen.
SiteAppearance site_appearance(sql::Connection&);

}  // namespace medskapa::store
