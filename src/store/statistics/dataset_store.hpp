#pragma once

#include "domain/statistics/dataset.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number. Returns it with number and id.
Dataset add(sql::Transaction&, Dataset, const std::vector<Dataset::Cell>&);
/// Keeps the file that it came in.
void add_file(sql::Transaction&, Id<Dataset>, const std::string& bytes);

/// The oldest first, without their dimensions.
std::vector<Dataset> datasets(sql::Connection&);
std::optional<Dataset> dataset_numbered(sql::Connection&, int number);
std::optional<Dataset> dataset_with_digest(sql::Connection&, const std::string& digest);
std::optional<Dataset> find_dataset(sql::Connection&, Id<Dataset>);
/// Those that a process shows, the newest first, without their dimensions.
std::vector<Dataset> datasets_shown_in(sql::Connection&, Id<Process>);
/// The one that replaces it, without its dimensions.
std::optional<Dataset> replacement_of(sql::Connection&, Id<Dataset>);
/// The one that has come in its place, at the end of the chain; none while it stands.
std::optional<Dataset> newest_instead_of(sql::Connection&, Id<Dataset>);
/// The bytes of its file; none where it was not kept.
std::optional<std::string> file_of(sql::Connection&, Id<Dataset>);
/// All its cells, in the order of their places.
std::vector<Dataset::Cell> all_cells_of(sql::Connection&, Id<Dataset>);
/// Cells in the order of their places, after the one named (-1: from the first).
std::vector<Dataset::Cell> cells_of(sql::Connection&, Id<Dataset>, std::int64_t after, int limit);

RegionMap add(sql::Transaction&, RegionMap, const std::vector<RegionMap::Area>&);
/// The oldest first.
std::vector<RegionMap> region_maps(sql::Connection&);
std::optional<RegionMap> newest_map(sql::Connection&, RegionMap::Level);
/// By code.
std::vector<RegionMap::Area> areas_of(sql::Connection&, Id<RegionMap>);

}  // namespace medskapa::store
