#include "store/statistics/dataset_store.hpp"

namespace medskapa::store {
namespace {

Dataset dataset_from(const sql::Row& row) {
    return {
        .id = row.id<Dataset>("id"),
        .number = static_cast<int>(row.integer("number")),
        .title = row.text("title"),
        .source = row.text("source"),
        .licence = row.text("licence"),
        .digest = row.text("digest"),
        .cells = row.integer("cells"),
        .missing = row.integer("missing"),
        .imported_at = row.instant("imported_at"),
    };
}

RegionMap map_from(const sql::Row& row) {
    return {
        .id = row.id<RegionMap>("id"),
        .number = static_cast<int>(row.integer("number")),
        .level = named<RegionMap::Level>(row.text("level")),
        .source = row.text("source"),
        .licence = row.text("licence"),
        .digest = row.text("digest"),
        .areas = row.integer("areas"),
        .imported_at = row.instant("imported_at"),
    };
}

std::vector<Dataset::Dimension> dimensions_of(sql::Connection& db, Id<Dataset> dataset) {
    std::vector<Dataset::Dimension> dimensions;
    for (const auto& row :
        db.run("SELECT name FROM dataset_dimension WHERE dataset_id = $1 ORDER BY position", dataset))
        dimensions.push_back({row.text("name"), {}});
    for (const auto& row : db.run("SELECT dimension, code, label FROM dataset_member WHERE dataset_id = $1 "
                                  "ORDER BY dimension, position",
             dataset))
        dimensions.at(static_cast<std::size_t>(row.integer("dimension")))
            .members.push_back({row.text("code"), row.text("label")});
    return dimensions;
}

std::optional<Dataset> whole(sql::Connection& db, const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    auto dataset = dataset_from(rows.front());
    dataset.dimensions = dimensions_of(db, dataset.id);
    return dataset;
}

/// Datasets and maps are numbered from one.
int next_number_after(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

void add_dimensions(sql::Transaction& tx, const Dataset& dataset) {
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k) {
        const auto& dimension = dataset.dimensions[k];
        tx.db().run("INSERT INTO dataset_dimension (dataset_id, position, name) VALUES ($1, $2, $3)",
            dataset.id, k, dimension.name);
        for (std::size_t position = 0; position < dimension.members.size(); ++position) {
            const auto& member = dimension.members[position];
            tx.db().run(
                "INSERT INTO dataset_member (dataset_id, dimension, position, code, label) "
                "VALUES ($1, $2, $3, $4, $5)",
                dataset.id, k, position, member.code, member.label);
        }
    }
}

}  // namespace

Dataset add(sql::Transaction& tx, Dataset d, const std::vector<Dataset::Cell>& cells) {
    d.number = next_number_after(tx.db().run("SELECT number FROM dataset ORDER BY number DESC LIMIT 1"));
    d.imported_at = tx.now();
    d.id =
        tx.db()
            .run(
                "INSERT INTO dataset (number, title, source, licence, digest, cells, missing, imported_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
                d.number, d.title, d.source, d.licence, d.digest, d.cells, d.missing, d.imported_at)
            .front()
            .id<Dataset>("id");
    add_dimensions(tx, d);
    for (const auto& cell : cells)
        tx.db().run("INSERT INTO dataset_cell (dataset_id, place, value, sign) VALUES ($1, $2, $3, $4)", d.id,
            cell.place, cell.value, cell.sign);
    return d;
}

std::vector<Dataset> datasets(sql::Connection& db) {
    std::vector<Dataset> all;
    for (const auto& row : db.run("SELECT * FROM dataset ORDER BY number")) all.push_back(dataset_from(row));
    return all;
}

std::optional<Dataset> dataset_numbered(sql::Connection& db, int number) {
    return whole(db, db.run("SELECT * FROM dataset WHERE number = $1", number));
}

std::optional<Dataset> dataset_with_digest(sql::Connection& db, const std::string& digest) {
    return whole(db, db.run("SELECT * FROM dataset WHERE digest = $1", digest));
}

std::vector<Dataset::Cell> cells_of(sql::Connection& db, Id<Dataset> dataset, std::int64_t after, int limit) {
    std::vector<Dataset::Cell> cells;
    for (const auto& row : db.run("SELECT place, value, sign FROM dataset_cell WHERE dataset_id = $1 AND "
                                  "place > $2 ORDER BY place LIMIT $3",
             dataset, after, limit)) {
        const auto value = row.is_null("value") ? std::nullopt : std::optional{row.real("value")};
        cells.push_back({row.integer("place"), value, row.text("sign")});
    }
    return cells;
}

RegionMap add(sql::Transaction& tx, RegionMap m, const std::vector<RegionMap::Area>& areas) {
    m.number = next_number_after(tx.db().run("SELECT number FROM region_map ORDER BY number DESC LIMIT 1"));
    m.imported_at = tx.now();
    m.areas = static_cast<std::int64_t>(areas.size());
    m.id = tx.db()
               .run(
                   "INSERT INTO region_map (number, level, source, licence, digest, areas, imported_at) "
                   "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                   m.number, name_of(m.level), m.source, m.licence, m.digest, m.areas, m.imported_at)
               .front()
               .id<RegionMap>("id");
    for (const auto& area : areas)
        tx.db().run("INSERT INTO region_map_area (map_id, code, name, polygons) VALUES ($1, $2, $3, $4)",
            m.id, area.code, area.name, area.polygons);
    return m;
}

std::vector<RegionMap> region_maps(sql::Connection& db) {
    std::vector<RegionMap> all;
    for (const auto& row : db.run("SELECT * FROM region_map ORDER BY number")) all.push_back(map_from(row));
    return all;
}

std::optional<RegionMap> newest_map(sql::Connection& db, RegionMap::Level level) {
    const auto rows =
        db.run("SELECT * FROM region_map WHERE level = $1 ORDER BY number DESC LIMIT 1", name_of(level));
    if (rows.empty()) return std::nullopt;
    return map_from(rows.front());
}

std::vector<RegionMap::Area> areas_of(sql::Connection& db, Id<RegionMap> map) {
    std::vector<RegionMap::Area> areas;
    for (const auto& row :
        db.run("SELECT code, name, polygons FROM region_map_area WHERE map_id = $1 ORDER BY code", map))
        areas.push_back({row.text("code"), row.text("name"), row.text("polygons")});
    return areas;
}

}  // namespace medskapa::store
