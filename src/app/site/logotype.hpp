#pragma once

#include "app/act/act.hpp"
#include "domain/site/logotype.hpp"

#include <optional>
#include <string>

namespace medskapa::app {

/// From now on this picture stands at the top of every page; none: Medskapa's own mark. Refuses one that
/// checked_logotype() refuses, and one that has not been drawn anew. What stood before stays in the database.
Result<SiteLogotype> change_logotype(
    Permitted<Action::describe_site>, const std::optional<std::string>& bytes);

}  // namespace medskapa::app
