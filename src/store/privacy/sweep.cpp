#include "store/privacy/sweep.hpp"

#include "store/privacy/all_tables.hpp"

#include <algorithm>
#include <array>

namespace medskapa::store {
namespace {

/// The nouns that an erasure reaches: what the sender of an inspel has given, and what a retention decision
/// lets go.
bool is_reached(std::string_view noun) {
    constexpr std::array<std::string_view, 11> nouns{"log", "inspel", "issue", "organisation", "referral",
        "moderation", "mail", "site", "staff", "own_page", "correction"};
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
}

/// What a correction withholds stood in open columns: in those of what it corrects, and of corrections
/// before.
bool is_corrected(std::string_view table) {
    constexpr std::array<std::string_view, 6> tables{
        "correction", "decision", "answer", "seat", "step", "organisation"};
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

bool has_a_person(const sql::TableMarks& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
        [](const auto& column) { return sql::is_of_a_person(column.privacy); });
}

}  // namespace

void add_to_sweep(sql::Transaction& tx, std::int64_t log_place) {
    tx.db().run("INSERT INTO erasure_to_sweep (log_place) VALUES ($1)", log_place);
}

std::optional<std::int64_t> newest_to_sweep(sql::Connection& db) {
    const auto rows = db.run("SELECT log_place FROM erasure_to_sweep ORDER BY log_place DESC LIMIT 1");
    if (rows.empty()) return std::nullopt;
    return rows.front().integer("log_place");
}

void swept(sql::Transaction& tx, std::int64_t through_log_place) {
    tx.db().run("DELETE FROM erasure_to_sweep WHERE log_place <= $1", through_log_place);
}

bool sweep(sql::Connection& db) {
    if (db.dialect() == sql::Dialect::sqlite)
        return !db.run("PRAGMA wal_checkpoint(TRUNCATE)").front().flag("busy");
    for (const auto& noun : all_tables())
        for (const auto& table : noun.tables)
            if (is_corrected(table.name) || (is_reached(noun.name) && has_a_person(table)))
                db.run("VACUUM FULL " + std::string{table.name});
    return true;
}

}  // namespace medskapa::store
