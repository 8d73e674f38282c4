#pragma once

#include "app/act/act.hpp"
#include "domain/moderation/conduct.hpp"

namespace medskapa::app {

/// From now on these are the rules for what people write. What they were before stays in the database.
Result<Conduct> set_conduct(Permitted<Action::describe_site>, Conduct);

}  // namespace medskapa::app
