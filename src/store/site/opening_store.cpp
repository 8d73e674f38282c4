#include "store/site/opening_store.hpp"

#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

std::optional<SetupDraft> setup_draft(sql::Connection& db) {
    return sql::first<tables::setup_draft>(db, "ORDER BY id DESC LIMIT 1");
}

void keep(sql::Transaction& tx, const SetupDraft& draft) {
    remove_setup_draft(tx);
    sql::insert<tables::setup_draft>(tx, draft);
}

void remove_setup_draft(sql::Transaction& tx) {
    tx.db().run("DELETE FROM setup_draft");
}

std::optional<SiteOpening> site_opening(sql::Connection& db) {
    return sql::first<tables::site_opening>(db, "ORDER BY id DESC LIMIT 1");
}

Id<SiteOpening> add(sql::Transaction& tx, const SiteOpening& opening) {
    return sql::insert<tables::site_opening>(tx, opening);
}

void change(sql::Transaction& tx, const SiteOpening& opening) {
    sql::change<tables::site_opening>(tx, opening);
}

bool is_closed_to_visitors(sql::Connection& db) {
    return !db.run("SELECT 1 AS found FROM site_opening WHERE opened_at IS NULL LIMIT 1").empty();
}

}  // namespace medskapa::store
