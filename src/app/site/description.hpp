#pragma once

#include "app/act/act.hpp"
#include "domain/site/description.hpp"

namespace medskapa::app {

/// From now on the site says this of itself. What it said before stays in the database.
Result<SiteDescription> describe_site(Permitted<Action::describe_site>, SiteDescription);

/// Keeps what somebody could not use. The same form sent again gives the report that it made.
Result<LackReport> report_lack(
    Permitted<Action::report_lack>, const LackReport& typed, const std::string& form_key);
/// It has been dealt with: how its sender is reached is erased. A conflict when that has been done.
Result<LackReport> close_lack(Permitted<Action::describe_site>, Id<LackReport>);

}  // namespace medskapa::app
