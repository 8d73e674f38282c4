#include "store/sql/upkeep.hpp"

#include "store/sql/address.hpp"

namespace medskapa::sql {
namespace {

std::string unless_ok(const std::string& said) {
    return said == "ok" ? std::string{} : said;
}

}  // namespace

std::string damage_in(Connection& db) {
    if (db.dialect() == Dialect::postgres) return {};
    return unless_ok(db.run("PRAGMA integrity_check").front().text("integrity_check"));
}

std::string damage_in_table(Connection& db, const std::string& table) {
    const auto said = db.run("SELECT * FROM pragma_quick_check($1)", table);
    return said.empty() ? std::string{} : unless_ok(said.front().text("quick_check"));
}

std::string table_with_lost_references(Connection& db) {
    if (db.dialect() == Dialect::postgres) return {};
    const auto broken = db.run("SELECT \"table\" AS name FROM pragma_foreign_key_check LIMIT 1");
    return broken.empty() ? std::string{} : broken.front().text("name");
}

std::vector<std::string> tables_in(Connection& db) {
    const auto rows = db.dialect() == Dialect::sqlite
                          ? db.run("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                          : db.run(
                                "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables "
                                "WHERE table_schema = current_schema() ORDER BY name");
    std::vector<std::string> names;
    for (const auto& row : rows) names.push_back(row.text("name"));
    return names;
}

std::int64_t rows_in(Connection& db, const std::string& table) {
    return db.run("SELECT count(*) AS n FROM " + table).front().integer("n");
}

void copy_into(Connection& db, const std::string& file) {
    db.run("VACUUM INTO $1", file);
}

void empty_journal(Connection& db) {
    db.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::string exported_snapshot(Connection& db) {
    return db.run("SELECT pg_export_snapshot() AS name").front().text("name");
}

bool try_lock(Connection& db, std::int64_t lock) {
    return db.run("SELECT CASE WHEN pg_try_advisory_lock($1) THEN 1 ELSE 0 END AS got", lock)
        .front()
        .flag("got");
}

void refuse_other_encoding(Connection& db) {
    if (db.dialect() == Dialect::sqlite) return;
    const auto encoding = db.run("SHOW server_encoding").front().text("server_encoding");
    if (encoding == "UTF8") return;
    throw ServerUnusable{{{},
        N_("The database keeps text in {} and not in UTF8, so that many names could not be written in it. "
           "Make another with: createdb -E UTF8 -T template0 NAME"),
        {encoding}}};
}

void create_database(Connection& db, const std::string& name) {
    db.script("CREATE DATABASE " + name);
}

void drop_database(Connection& db, const std::string& name) {
    db.script("DROP DATABASE " + name + " WITH (FORCE)");
}

}  // namespace medskapa::sql
