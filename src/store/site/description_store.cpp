#include "store/site/description_store.hpp"

#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<SiteDescription> add(sql::Transaction& tx, const SiteDescription& description) {
    return sql::insert<tables::site_description>(tx, description);
}

SiteDescription site_description(sql::Connection& db) {
    return sql::first<tables::site_description>(db, "ORDER BY id DESC LIMIT 1").value_or(SiteDescription{});
}

std::optional<Id<LackReport>> add(
    sql::Transaction& tx, const LackReport& report, const std::string& form_key) {
    return sql::insert_unless_there<tables::lack_report>(tx, report, "form_key", {{"form_key", form_key}});
}

void change(sql::Transaction& tx, const LackReport& report) {
    sql::change<tables::lack_report>(tx, report);
}

std::optional<LackReport> find_lack_report(sql::Connection& db, Id<LackReport> id) {
    return sql::first<tables::lack_report>(db, "WHERE id = $1", id);
}

std::optional<LackReport> lack_report_of_form(sql::Connection& db, const std::string& form_key) {
    return sql::first<tables::lack_report>(db, "WHERE form_key = $1", form_key);
}

std::vector<LackReport> lack_reports(sql::Connection& db, int limit) {
    return sql::all<tables::lack_report>(db,
        "ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, CASE WHEN closed_at IS NULL THEN id ELSE "
        "-id END LIMIT $1",
        limit);
}

std::int64_t open_lack_reports(sql::Connection& db) {
    return db.run("SELECT count(*) AS n FROM lack_report WHERE closed_at IS NULL").front().integer("n");
}

}  // namespace medskapa::store
