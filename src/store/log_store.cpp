#include "store/log_store.hpp"

namespace medskapa::store {

std::int64_t append(sql::Transaction& tx, const openlog::Entry& entry, const std::vector<Salt>& salts) {
    const auto place = log_size(tx.db());
    const auto data = openlog::canonical(entry);
    tx.db().run("INSERT INTO log_entry (idx, object, data, leaf) VALUES ($1, $2, $3, $4)", place,
        entry.object, data, sql::Bytes{std::string{as_text(openlog::leaf_hash(data))}});
    for (const auto& salt : salts)
        tx.db().run("INSERT INTO log_salt (idx, label, salt) VALUES ($1, $2, $3)", place, salt.label,
            sql::Bytes{salt.octets});
    return place;
}

std::optional<std::int64_t> last_about(sql::Connection& db, const std::string& object) {
    const auto rows = db.run("SELECT idx FROM log_entry WHERE object = $1 ORDER BY idx DESC LIMIT 1", object);
    if (rows.empty()) return std::nullopt;
    return rows.front().integer("idx");
}

std::int64_t log_size(sql::Connection& db) {
    const auto rows = db.run("SELECT idx FROM log_entry ORDER BY idx DESC LIMIT 1");
    return rows.empty() ? 0 : rows.front().integer("idx") + 1;
}

std::vector<std::string> log_entries(sql::Connection& db, std::int64_t from, int limit) {
    std::vector<std::string> entries;
    for (const auto& row :
        db.run("SELECT data FROM log_entry WHERE idx >= $1 ORDER BY idx LIMIT $2", from, limit))
        entries.push_back(row.text("data"));
    return entries;
}

}  // namespace medskapa::store
