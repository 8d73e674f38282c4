#include "store/move/layout.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace medskapa::store {
namespace {

// The number of a row in SQLite's search index; a migration's own numbers are each database's.
constexpr auto row_number = "rowid";
constexpr auto not_moved = "migration";

/// As SQLite itself derives what a declared type holds, and as PostgreSQL names its types.
ValueKind kind_of(const std::string& table, const std::string& type) {
    std::string upper = type;
    std::transform(upper.begin(), upper.end(), upper.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    constexpr std::array kinds{std::pair{"TSVECTOR", ValueKind::words}, std::pair{"INT", ValueKind::integer},
        std::pair{"TEXT", ValueKind::text}, std::pair{"BYTEA", ValueKind::bytes},
        std::pair{"BLOB", ValueKind::bytes}, std::pair{"DOUBLE", ValueKind::real}};
    for (const auto& [part, kind] : kinds)
        if (upper.find(part) != upper.npos) return kind;
    throw sql::Error{"The table " + table + " has a column of the type " + type + ", which cannot be moved."};
}

std::vector<LaidOutTable> laid_out_in_sqlite(sql::Connection& db) {
    std::vector<LaidOutTable> tables;
    for (const auto& row : db.run(R"(
        SELECT t.name, t.type, CASE WHEN s.sql LIKE '%AUTOINCREMENT%' THEN 1 ELSE 0 END AS numbers,
               1 - t.wr AS has_row_numbers
        FROM pragma_table_list t JOIN sqlite_schema s ON s.name = t.name
        WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY t.name)")) {
        LaidOutTable table{row.text("name"), {}, row.flag("numbers"), row.flag("has_row_numbers")};
        const bool is_index = row.text("type") == "virtual";
        if (is_index) table.columns.push_back({row_number, ValueKind::integer});
        for (const auto& column :
            db.run("SELECT name, type FROM pragma_table_info($1) ORDER BY name", table.name))
            table.columns.push_back({column.text("name"),
                is_index ? ValueKind::words : kind_of(table.name, column.text("type"))});
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<LaidOutTable> laid_out_in_postgres(sql::Connection& db) {
    std::map<std::string, LaidOutTable> tables;
    for (const auto& row : db.run(R"(
        SELECT CAST(c.table_name AS TEXT) AS name, CAST(c.column_name AS TEXT) AS column_name,
               CAST(c.data_type AS TEXT) AS type, CASE WHEN c.is_identity = 'YES' THEN 1 ELSE 0 END AS numbers
        FROM information_schema.columns c JOIN information_schema.tables t
             ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = current_schema())")) {
        auto& table = tables[row.text("name")];
        table.name = row.text("name");
        table.numbers_rows = table.numbers_rows || row.flag("numbers");
        table.columns.push_back({row.text("column_name"), kind_of(table.name, row.text("type"))});
    }
    std::vector<LaidOutTable> list;
    for (auto& [name, table] : tables) list.push_back(std::move(table));
    return list;
}

/// The words of an index last, all else by name.
bool goes_before(const LaidOutColumn& a, const LaidOutColumn& b) {
    const bool a_words = a.kind == ValueKind::words;
    const bool b_words = b.kind == ValueKind::words;
    return a_words != b_words ? b_words : a.name < b.name;
}

/// Each database calls the number of a row in its search index by another name.
bool is_same(const LaidOutTable& a, const LaidOutTable& b) {
    return a.name == b.name && a.numbers_rows == b.numbers_rows &&
           std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
               [&](const auto& x, const auto& y) {
                   return x.kind == y.kind && (a.is_index() || x.name == y.name);
               });
}

}  // namespace

std::vector<LaidOutTable> layout_of(sql::Connection& db) {
    auto tables = db.dialect() == sql::Dialect::sqlite ? laid_out_in_sqlite(db) : laid_out_in_postgres(db);
    std::erase_if(tables, [](const auto& table) { return table.name == not_moved; });
    for (auto& table : tables) std::sort(table.columns.begin(), table.columns.end(), goes_before);
    std::sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return tables;
}

std::string differing_table(const std::vector<LaidOutTable>& one, const std::vector<LaidOutTable>& other) {
    const auto [a, b] = std::mismatch(one.begin(), one.end(), other.begin(), other.end(), is_same);
    if (a != one.end()) return a->name;
    return b != other.end() ? b->name : std::string{};
}

std::string quoted(const std::string& name) {
    return '"' + name + '"';
}

}  // namespace medskapa::store
