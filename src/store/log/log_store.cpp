#include "store/log/log_store.hpp"

#include <algorithm>

namespace medskapa::store {
namespace {

std::optional<std::int64_t> place_in(const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    return rows.front().integer("idx");
}

StoredEntry entry_in(const sql::Row& row) {
    return {row.integer("idx"), row.text("data"), as_digest(row.bytes("leaf")).value_or(Digest{})};
}

std::vector<StoredEntry> entries_in(const std::vector<sql::Row>& rows) {
    std::vector<StoredEntry> entries;
    for (const auto& row : rows) entries.push_back(entry_in(row));
    return entries;
}

sql::Bytes bytes_of(const Digest& digest) {
    return {std::string{as_text(digest)}};
}

std::vector<StoredEntry> of_any_type(sql::Connection& db, const LogSearch& search, int limit) {
    if (search.process.empty())
        return entries_in(
            db.run("SELECT idx, data, leaf FROM log_entry WHERE idx < $1 ORDER BY idx DESC LIMIT $2",
                search.before, limit));
    return entries_in(
        db.run("SELECT idx, data, leaf FROM log_entry WHERE process = $1 AND idx < $2 "
               "ORDER BY idx DESC LIMIT $3",
            search.process, search.before, limit));
}

std::vector<StoredEntry> of_type(
    sql::Connection& db, const LogSearch& search, const std::string& type, int limit) {
    if (search.process.empty())
        return entries_in(
            db.run("SELECT idx, data, leaf FROM log_entry WHERE type = $1 AND idx < $2 "
                   "ORDER BY idx DESC LIMIT $3",
                type, search.before, limit));
    return entries_in(
        db.run("SELECT idx, data, leaf FROM log_entry WHERE type = $1 AND idx < $2 "
               "AND process = $3 ORDER BY idx DESC LIMIT $4",
            type, search.before, search.process, limit));
}

/// The condition that an entry is about the object $1 or a part of it. Parts are named below their whole, and
/// '0' is the character after '/'.
std::string is_about(sql::Dialect dialect) {
    const std::string by_bytes = dialect == sql::Dialect::postgres ? " COLLATE \"C\"" : "";
    return "(object = $1 OR (object" + by_bytes + " > $1 || '/' AND object" + by_bytes + " < $1 || '0'))";
}

std::vector<StoredEntry> about(sql::Connection& db, const LogSearch& search, int limit) {
    return entries_in(db.run("SELECT idx, data, leaf FROM log_entry WHERE " + is_about(db.dialect()) +
                                 " AND idx < $2 AND ($3 = '' OR process = $3) ORDER BY idx DESC LIMIT $4",
        search.object, search.before, search.process, limit));
}

}  // namespace

std::int64_t append(sql::Transaction& tx, const openlog::Entry& entry, const std::vector<Salt>& salts) {
    const auto place = log_size(tx.db());
    const auto data = openlog::canonical(entry);
    tx.db().run(
        "INSERT INTO log_entry (idx, object, process, type, data, leaf) VALUES ($1, $2, $3, $4, $5, $6)",
        place, entry.object, entry.process, entry.type, data, bytes_of(openlog::leaf_hash(data)));
    for (const auto& salt : salts)
        tx.db().run("INSERT INTO log_salt (idx, label, salt) VALUES ($1, $2, $3)", place, salt.label,
            sql::Bytes{salt.salt});
    return place;
}

std::optional<std::int64_t> last_about(sql::Connection& db, const std::string& object) {
    return place_in(db.run("SELECT idx FROM log_entry WHERE object = $1 ORDER BY idx DESC LIMIT 1", object));
}

std::optional<std::int64_t> first_about(sql::Connection& db, const std::string& object) {
    return place_in(db.run("SELECT idx FROM log_entry WHERE object = $1 ORDER BY idx LIMIT 1", object));
}

std::optional<std::string> object_at(sql::Connection& db, std::int64_t place) {
    const auto rows = db.run("SELECT object FROM log_entry WHERE idx = $1", place);
    if (rows.empty()) return std::nullopt;
    return rows.front().text("object");
}

std::int64_t log_size(sql::Connection& db) {
    const auto newest = place_in(db.run("SELECT idx FROM log_entry ORDER BY idx DESC LIMIT 1"));
    return newest ? *newest + 1 : 0;
}

std::optional<std::string> newest_entry(sql::Connection& db) {
    const auto rows = db.run("SELECT data FROM log_entry ORDER BY idx DESC LIMIT 1");
    if (rows.empty()) return std::nullopt;
    return rows.front().text("data");
}

std::vector<std::string> log_entries(sql::Connection& db, std::int64_t from, int limit) {
    std::vector<std::string> entries;
    for (const auto& row :
        db.run("SELECT data FROM log_entry WHERE idx >= $1 ORDER BY idx LIMIT $2", from, limit))
        entries.push_back(row.text("data"));
    return entries;
}

std::vector<StoredEntry> stored_entries(sql::Connection& db, std::int64_t begin, std::int64_t end) {
    return entries_in(db.run(
        "SELECT idx, data, leaf FROM log_entry WHERE idx >= $1 AND idx < $2 ORDER BY idx", begin, end));
}

std::vector<StoredEntry> entries_found(sql::Connection& db, const LogSearch& search, int limit) {
    if (!search.object.empty()) return about(db, search, limit);
    if (search.types.empty()) return of_any_type(db, search, limit);
    std::vector<StoredEntry> found;
    for (const auto& type : search.types)
        for (auto& entry : of_type(db, search, type, limit)) found.push_back(std::move(entry));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.place > b.place; });
    found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
    return found;
}

std::vector<StoredEntry> entries_about_the_log(sql::Connection& db) {
    return entries_in(db.run("SELECT idx, data, leaf FROM log_entry WHERE object = '' ORDER BY idx"));
}

std::vector<StoredEntry> entries_with_leaf(sql::Connection& db, const Digest& low, const Digest& high) {
    return entries_in(
        db.run("SELECT idx, data, leaf FROM log_entry WHERE leaf >= $1 AND leaf <= $2 ORDER BY leaf LIMIT 2",
            bytes_of(low), bytes_of(high)));
}

std::vector<Salt> salts_of(sql::Connection& db, std::int64_t place) {
    std::vector<Salt> salts;
    for (const auto& row : db.run("SELECT label, salt FROM log_salt WHERE idx = $1 ORDER BY label", place))
        salts.push_back({row.text("label"), row.bytes("salt")});
    return salts;
}

std::vector<std::int64_t> places_about(sql::Connection& db, const std::string& object) {
    std::vector<std::int64_t> places;
    for (const auto& row :
        db.run("SELECT idx FROM log_entry WHERE " + is_about(db.dialect()) + " ORDER BY idx", object))
        places.push_back(row.integer("idx"));
    return places;
}

void erase_salts_about(sql::Transaction& tx, const std::string& object) {
    tx.db().run("DELETE FROM log_salt WHERE idx IN (SELECT idx FROM log_entry WHERE " +
                    is_about(tx.db().dialect()) + ")",
        object);
}

void erase_salts_about(sql::Transaction& tx, const std::string& object, const std::string& label) {
    tx.db().run(
        "DELETE FROM log_salt WHERE (label = $2 OR label LIKE $3) AND idx IN (SELECT idx FROM "
        "log_entry WHERE " +
            is_about(tx.db().dialect()) + ")",
        object, label, label + "_%");
}

void erase_salts_at(sql::Transaction& tx, std::int64_t place) {
    tx.db().run("DELETE FROM log_salt WHERE idx = $1", place);
}

void add(sql::Transaction& tx, const SignedHead& head) {
    tx.db().run("INSERT INTO log_signed (size, root, signed_at, note) VALUES ($1, $2, $3, $4)",
        static_cast<std::int64_t>(head.head.size), bytes_of(head.head.root), head.signed_at, head.note);
}

void change(sql::Transaction& tx, const SignedHead& head) {
    tx.db().run("UPDATE log_signed SET note = $3 WHERE size = $1 AND root = $2",
        static_cast<std::int64_t>(head.head.size), bytes_of(head.head.root), head.note);
}

std::optional<SignedHead> newest_signed(sql::Connection& db) {
    const auto rows = db.run("SELECT size, root, signed_at, note FROM log_signed ORDER BY size DESC LIMIT 1");
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return SignedHead{{static_cast<std::uint64_t>(row.integer("size")), as_digest(row.bytes("root")).value()},
        row.instant("signed_at"), row.text("note")};
}

}  // namespace medskapa::store
