#include "store/site/appearance_store.hpp"

#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<SiteAppearance> add(sql::Transaction& tx, const SiteAppearance& appearance) {
    return sql::insert<tables::site_appearance>(tx, appearance);
}

SiteAppearance site_appearance(sql::Connection& db) {
    return sql::first<tables::site_appearance>(db, "ORDER BY id DESC LIMIT 1").value_or(SiteAppearance{});
}

}  // namespace medskapa::store
