#include "store/staff/table_reading_store.hpp"

#include "store/sql/rows.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::store {
namespace {

using Choices = std::map<std::string, std::string>;

std::string as_json(const Choices& choices) {
    return nlohmann::json(choices).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Choices from_json(const std::string& json) {
    return nlohmann::json::parse(json).get<Choices>();
}

Instant oldest_kept(Instant now) {
    return now - std::chrono::days{days_of_table_reading};
}

void remove_oldest(sql::Transaction& tx, Id<Process> process, const std::string& kind) {
    tx.db().run(R"(
        DELETE FROM table_reading WHERE process_id = $1 AND kind = $2 AND header IN (
            SELECT header FROM table_reading WHERE process_id = $1 AND kind = $2
            ORDER BY kept_at DESC, header LIMIT 1000 OFFSET $3))",
        process, kind, static_cast<std::int64_t>(most_table_readings));
}

}  // namespace

void keep(sql::Transaction& tx, Id<Process> process, const TableReading& reading) {
    tx.db().run("DELETE FROM table_reading WHERE process_id = $1 AND kind = $2 AND header = $3", process,
        reading.kind, reading.header);
    if (reading.says_nothing()) return;
    const auto separator = reading.separator == '\0' ? std::string{} : std::string{reading.separator};
    tx.db().run(R"(
        INSERT INTO table_reading (process_id, kind, header, separator, meaning, answers, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
        process, reading.kind, reading.header, separator, as_json(reading.meaning), as_json(reading.answers),
        tx.now());
    remove_oldest(tx, process, reading.kind);
}

std::optional<TableReading> table_reading(sql::Connection& db, Id<Process> process, const std::string& kind,
    const std::string& header, Instant now) {
    const auto rows = db.run(R"(
        SELECT separator, meaning, answers FROM table_reading
        WHERE process_id = $1 AND kind = $2 AND header = $3 AND kept_at >= $4)",
        process, kind, header, oldest_kept(now));
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    const auto separator = row.text("separator");
    return TableReading{kind, header, separator.empty() ? '\0' : separator.front(),
        from_json(row.text("meaning")), from_json(row.text("answers"))};
}

bool has_outdated_table_readings(sql::Connection& db, Instant now) {
    return !db.run("SELECT 1 AS found FROM table_reading WHERE kept_at < $1 LIMIT 1", oldest_kept(now))
                .empty();
}

void remove_outdated_table_readings(sql::Transaction& tx) {
    tx.db().run("DELETE FROM table_reading WHERE kept_at < $1", oldest_kept(tx.now()));
}

}  // namespace medskapa::store
