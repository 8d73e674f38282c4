#pragma once

#include "domain/statistics/analysis.hpp"
#include "store/sql/columns.hpp"

/// The columns of statistics and maps: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto dataset = sql::table<"dataset", Dataset>({
    {"id", internal, key<&Dataset::id>},
    {"number", open, fixed<&Dataset::number>},
    {"title", open, fixed<&Dataset::title>},
    {"source", open, fixed<&Dataset::source>},
    {"licence", open, fixed<&Dataset::licence>},
    {"digest", internal, fixed<&Dataset::digest>},
    {"cells", open, fixed<&Dataset::cells>},
    {"missing", open, fixed<&Dataset::missing>},
    {"imported_at", open, fixed<&Dataset::imported_at>},
    {"process_id", open, fixed<&Dataset::process>},
    {"vintage", open, fixed<&Dataset::vintage>},
    {"small_numbers", open, fixed<&Dataset::small_numbers>},
    {"replaces_id", open, fixed<&Dataset::replaces>},
    {"file_name", internal, fixed<&Dataset::file_name>},
    {"measure", open, fixed<&Dataset::measure>},
    {"few", open, fixed<&Dataset::few>},
    {"withheld", open, fixed<&Dataset::withheld>},
    {"salt", internal, fixed<&Dataset::salt>},
    {"public_digest", open, fixed<&Dataset::public_digest>},
});

inline constexpr auto dataset_file = sql::table<"dataset_file">({
    {"dataset_id", internal},
    {"bytes", internal},
});

inline constexpr auto dataset_dimension = sql::table<"dataset_dimension", Dataset::Dimension>({
    {"dataset_id", open},
    {"position", open},
    {"name", open, fixed<&Dataset::Dimension::name>},
    {"label", open, fixed<&Dataset::Dimension::label>},
});

inline constexpr auto dataset_member = sql::table<"dataset_member", Dataset::Member>({
    {"dataset_id", open},
    {"dimension", open},
    {"position", open},
    {"code", open, fixed<&Dataset::Member::code>},
    {"label", open, fixed<&Dataset::Member::label>},
});

inline constexpr auto dataset_cell = sql::table<"dataset_cell", Dataset::Cell>({
    {"dataset_id", open},
    {"place", open, fixed<&Dataset::Cell::place>},
    {"value", open, fixed<&Dataset::Cell::value>},
    {"sign", open, fixed<&Dataset::Cell::sign>},
    {"shown", open, fixed<&Dataset::Cell::shown>},
});

inline constexpr auto region_map = sql::table<"region_map", RegionMap>({
    {"id", internal, key<&RegionMap::id>},
    {"number", open, fixed<&RegionMap::number>},
    {"level", open, fixed<&RegionMap::level>},
    {"source", open, fixed<&RegionMap::source>},
    {"licence", open, fixed<&RegionMap::licence>},
    {"digest", open, fixed<&RegionMap::digest>},
    {"areas", open, fixed<&RegionMap::areas>},
    {"imported_at", open, fixed<&RegionMap::imported_at>},
});

inline constexpr auto region_map_area = sql::table<"region_map_area", RegionMap::Area>({
    {"map_id", open},
    {"code", open, fixed<&RegionMap::Area::code>},
    {"name", open, fixed<&RegionMap::Area::name>},
    {"polygons", open, fixed<&RegionMap::Area::polygons>},
});

inline constexpr auto analysis_run = sql::table<"analysis_run", AnalysisRun>({
    {"id", internal, key<&AnalysisRun::id>},
    {"process_id", open, fixed<&AnalysisRun::process>},
    {"number", open, fixed<&AnalysisRun::number>},
    {"kind", open, fixed<&AnalysisRun::kind>},
    {"dataset_id", open, fixed<&AnalysisRun::dataset>},
    {"parameters", open, fixed<&AnalysisRun::parameters>},
    {"engine", open, fixed<&AnalysisRun::engine>},
    {"result", open, changes<&AnalysisRun::result>},
    {"result_digest", open, fixed<&AnalysisRun::digest>},
    {"made_at", open, fixed<&AnalysisRun::made_at>},
    {"removed_at", open, changes<&AnalysisRun::removed_at>},
});

inline constexpr auto citation = sql::table<"citation", Citation>({
    {"id", internal, key<&Citation::id>},
    {"process_id", open, fixed<&Citation::process>},
    {"number", open, fixed<&Citation::number>},
    {"node_id", open, fixed<&Citation::node>},
    {"run_id", open, changes<&Citation::run>},
    {"figure", open, fixed<&Citation::figure>},
    {"cited_at", open, fixed<&Citation::cited_at>},
    {"was_run_id", open, changes<&Citation::was>},
    {"looked_at", open, changes<&Citation::looked_at>},
    {"priority_id", open, fixed<&Citation::priority>},
    {"swot_item_id", open, changes<&Citation::swot_item>},
    {"holds_over_id", open, changes<&Citation::holds_over>},
    {"held_at", open, changes<&Citation::held_at>},
    {"held_why", open, changes<&Citation::held_why>},
    {"held_role", open, changes<&Citation::held_role>},
});

}  // namespace medskapa::store::tables
