#pragma once

#include "domain/site/logotype.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// `bytes`: of the picture; none where it takes the mark away.
Id<SiteLogotype> add(sql::Transaction&, const SiteLogotype&, const std::string& bytes);
/// The one that stands now; none is there before anybody has chosen.
SiteLogotype site_logotype(sql::Connection&);
std::string bytes_of(sql::Connection&, Id<SiteLogotype>);

}  // namespace medskapa::store
