#include "store/site/logotype_store.hpp"

#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<SiteLogotype> add(sql::Transaction& tx, const SiteLogotype& logotype, const std::string& bytes) {
    const auto id = sql::insert<tables::site_logotype>(tx, logotype);
    tx.db().run(
        "INSERT INTO site_logotype_bytes (logotype_id, bytes) VALUES ($1, $2)", id, sql::Bytes{bytes});
    return id;
}

SiteLogotype site_logotype(sql::Connection& db) {
    return sql::first<tables::site_logotype>(db, "ORDER BY id DESC LIMIT 1").value_or(SiteLogotype{});
}

std::string bytes_of(sql::Connection& db, Id<SiteLogotype> id) {
    const auto rows = db.run("SELECT bytes FROM site_logotype_bytes WHERE logotype_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().bytes("bytes");
}

}  // namespace medskapa::store
