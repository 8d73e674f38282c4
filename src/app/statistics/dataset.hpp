#pragma once

#include "app/act/act.hpp"
#include "domain/statistics/dataset.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Takes in statistics that others have published, all of them or nothing. Refuses a file that is here
/// already, by its digest.
Result<Dataset> import_dataset(
    Permitted<Action::administer>, const Dataset& draft, const std::vector<Dataset::Cell>&);

/// Takes in the borders of one level. Pages show the newest of each level; older ones stay.
Result<RegionMap> import_map(
    Permitted<Action::administer>, const RegionMap& draft, const std::vector<RegionMap::Area>&);

}  // namespace medskapa::app
