#pragma once

#include "app/act/act.hpp"
#include "domain/site/appearance.hpp"

namespace medskapa::app {

/// From now on the site looks like this. How it looked before stays in the database.
Result<SiteAppearance> change_appearance(Permitted<Action::describe_site>, SiteAppearance);

}  // namespace medskapa::app
