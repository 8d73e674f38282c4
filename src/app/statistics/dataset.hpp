#pragma once

#include "app/act/act.hpp"
#include "domain/statistics/dataset.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Takes in statistics that others have published, all of them or nothing, and the file that they came in:
/// empty bytes are not kept. In a process they are that one's, without one the region's. Refuses a file that
/// is here already, by its digest, and to replace what the process does not show or has replaced already.
Result<Dataset> import_dataset(Permitted<Action::edit_text>, const Dataset& draft,
    const std::vector<Dataset::Cell>&, const std::string& bytes = {});

/// Takes in the borders of one level. Pages show the newest of each level; older ones stay.
Result<RegionMap> import_map(
    Permitted<Action::administer>, const RegionMap& draft, const std::vector<RegionMap::Area>&);

}  // namespace medskapa::app
