#include "store/move/constraints.hpp"

#include "store/sql/upkeep.hpp"

namespace medskapa::store {
namespace {

std::string sequence_of(sql::Connection& db, const LaidOutTable& table) {
    return db.run("SELECT CAST(pg_get_serial_sequence($1, 'id') AS TEXT) AS name", quoted(table.name))
        .front()
        .text("name");
}

}  // namespace

ReferencesLater::ReferencesLater(sql::Connection& db) : db_{db} {
    if (db_.dialect() == sql::Dialect::sqlite) {
        db_.script("PRAGMA defer_foreign_keys = ON");
        return;
    }
    for (const auto& row : db_.run(R"(
        SELECT CAST(t.relname AS TEXT) AS table_name, CAST(c.conname AS TEXT) AS name,
               CAST(pg_get_constraintdef(c.oid) AS TEXT) AS definition
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
        WHERE c.contype = 'f' AND c.connamespace = to_regnamespace(current_schema())
        ORDER BY c.oid)"))
        references_.push_back({row.text("table_name"), row.text("name"), row.text("definition")});
    for (const auto& one : references_)
        db_.script("ALTER TABLE " + quoted(one.table) + " DROP CONSTRAINT " + quoted(one.name));
}

void ReferencesLater::look() {
    for (const auto& one : references_)
        db_.script("ALTER TABLE " + quoted(one.table) + " ADD CONSTRAINT " + quoted(one.name) + ' ' +
                   one.definition);
    if (const auto table = sql::table_with_lost_references(db_); !table.empty())
        throw sql::Error{"The table " + table + " has rows that refer to rows that are not there."};
}

std::int64_t last_number(sql::Connection& db, const LaidOutTable& table) {
    const auto rows =
        db.dialect() == sql::Dialect::sqlite
            ? db.run("SELECT seq AS last FROM sqlite_sequence WHERE name = $1", table.name)
            : db.run_planned("SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM " +
                                 sequence_of(db, table),
                  {});
    return rows.empty() ? 0 : rows.front().integer("last");
}

void set_last_number(sql::Connection& db, const LaidOutTable& table, std::int64_t last) {
    if (last < 1) return;
    if (db.dialect() == sql::Dialect::postgres) {
        db.run("SELECT setval(CAST($1 AS regclass), $2)", sequence_of(db, table), last);
        return;
    }
    db.run("DELETE FROM sqlite_sequence WHERE name = $1", table.name);
    db.run("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)", table.name, last);
}

}  // namespace medskapa::store
