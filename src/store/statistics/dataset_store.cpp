#include "store/statistics/dataset_store.hpp"

#include "store/sql/rows.hpp"
#include "store/statistics/columns.hpp"

namespace medskapa::store {
namespace {

std::vector<Dataset::Dimension> dimensions_of(sql::Connection& db, Id<Dataset> dataset) {
    auto dimensions =
        sql::all<tables::dataset_dimension>(db, "WHERE dataset_id = $1 ORDER BY position", dataset);
    for (auto& row : db.run("SELECT " + sql::columns<tables::dataset_member>("m") + R"(, m.dimension
        FROM dataset_member m WHERE m.dataset_id = $1 ORDER BY m.dimension, m.position)",
             dataset))
        dimensions.at(static_cast<std::size_t>(row.integer("dimension")))
            .members.push_back(sql::row_from<tables::dataset_member>(row));
    return dimensions;
}

std::optional<Dataset> whole(sql::Connection& db, std::optional<Dataset> dataset) {
    if (dataset) dataset->dimensions = dimensions_of(db, dataset->id);
    return dataset;
}

/// Datasets and maps are numbered from one.
int next_number_after(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

void add_dimensions(sql::Transaction& tx, const Dataset& dataset) {
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k) {
        const auto& dimension = dataset.dimensions[k];
        sql::insert_with_key<tables::dataset_dimension>(
            tx, dimension, {{"dataset_id", dataset.id}, {"position", k}});
        for (std::size_t position = 0; position < dimension.members.size(); ++position)
            sql::insert_with_key<tables::dataset_member>(tx, dimension.members[position],
                {{"dataset_id", dataset.id}, {"dimension", k}, {"position", position}});
    }
}

}  // namespace

Dataset add(sql::Transaction& tx, Dataset d, const std::vector<Dataset::Cell>& cells) {
    d.number = next_number_after(tx.db().run("SELECT number FROM dataset ORDER BY number DESC LIMIT 1"));
    d.imported_at = tx.now();
    d.id = sql::insert<tables::dataset>(tx, d);
    add_dimensions(tx, d);
    for (const auto& cell : cells)
        sql::insert_with_key<tables::dataset_cell>(tx, cell, {{"dataset_id", d.id}});
    return d;
}

void add_file(sql::Transaction& tx, Id<Dataset> dataset, const std::string& bytes) {
    tx.db().run("INSERT INTO dataset_file (dataset_id, bytes) VALUES ($1, $2)", dataset, sql::Bytes{bytes});
}

std::optional<Dataset> find_dataset(sql::Connection& db, Id<Dataset> id) {
    return whole(db, sql::first<tables::dataset>(db, "WHERE id = $1", id));
}

std::vector<Dataset> datasets_shown_in(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::dataset>(
        db, "WHERE process_id IS NULL OR process_id = $1 ORDER BY number DESC", process);
}

std::optional<Dataset> replacement_of(sql::Connection& db, Id<Dataset> id) {
    return sql::first<tables::dataset>(db, "WHERE replaces_id = $1 ORDER BY number DESC LIMIT 1", id);
}

std::optional<Dataset> newest_instead_of(sql::Connection& db, Id<Dataset> dataset) {
    auto newest = replacement_of(db, dataset);
    while (newest) {
        auto later = replacement_of(db, newest->id);
        if (!later) break;
        newest = std::move(later);
    }
    return newest;
}

std::optional<std::string> file_of(sql::Connection& db, Id<Dataset> id) {
    const auto rows = db.run("SELECT bytes FROM dataset_file WHERE dataset_id = $1", id);
    return rows.empty() ? std::nullopt : std::optional{rows.front().bytes("bytes")};
}

std::vector<Dataset::Cell> all_cells_of(sql::Connection& db, Id<Dataset> dataset) {
    return sql::all<tables::dataset_cell>(db, "WHERE dataset_id = $1 ORDER BY place", dataset);
}

std::vector<Dataset> datasets(sql::Connection& db) {
    return sql::all<tables::dataset>(db, "ORDER BY number");
}

std::optional<Dataset> dataset_numbered(sql::Connection& db, int number) {
    return whole(db, sql::first<tables::dataset>(db, "WHERE number = $1", number));
}

std::optional<Dataset> dataset_with_digest(sql::Connection& db, const std::string& digest) {
    return whole(db, sql::first<tables::dataset>(db, "WHERE digest = $1", digest));
}

std::vector<Dataset::Cell> cells_of(sql::Connection& db, Id<Dataset> dataset, std::int64_t after, int limit) {
    return sql::all<tables::dataset_cell>(
        db, "WHERE dataset_id = $1 AND place > $2 ORDER BY place LIMIT $3", dataset, after, limit);
}

RegionMap add(sql::Transaction& tx, RegionMap m, const std::vector<RegionMap::Area>& areas) {
    m.number = next_number_after(tx.db().run("SELECT number FROM region_map ORDER BY number DESC LIMIT 1"));
    m.imported_at = tx.now();
    m.areas = static_cast<std::int64_t>(areas.size());
    m.id = sql::insert<tables::region_map>(tx, m);
    for (const auto& area : areas)
        sql::insert_with_key<tables::region_map_area>(tx, area, {{"map_id", m.id}});
    return m;
}

std::vector<RegionMap> region_maps(sql::Connection& db) {
    return sql::all<tables::region_map>(db, "ORDER BY number");
}

std::optional<RegionMap> newest_map(sql::Connection& db, RegionMap::Level level) {
    return sql::first<tables::region_map>(db, "WHERE level = $1 ORDER BY number DESC LIMIT 1", level);
}

std::vector<RegionMap::Area> areas_of(sql::Connection& db, Id<RegionMap> map) {
    return sql::all<tables::region_map_area>(db, "WHERE map_id = $1 ORDER BY code", map);
}

}  // namespace medskapa::store
