#include "store/moderation/report_store.hpp"

#include "engine/openlog/objects.hpp"
#include "store/log/log_store.hpp"
#include "store/moderation/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<ContentReport> add(sql::Transaction& tx, const ContentReport& report, const ReportKeys& keys) {
    return sql::insert<tables::content_report>(
        tx, report, {{"form_key", keys.form_key}, {"code_digest", sql::Bytes{keys.code_digest}}});
}

void change(sql::Transaction& tx, const ContentReport& report) {
    sql::change<tables::content_report>(tx, report);
}

std::optional<ContentReport> find_report(sql::Connection& db, Id<Process> process, Id<ContentReport> id) {
    return sql::first<tables::content_report>(db, "WHERE id = $1 AND process_id = $2", id, process);
}

std::optional<ContentReport> report_of_form(sql::Connection& db, const std::string& form_key) {
    return sql::first<tables::content_report>(db, "WHERE form_key = $1", form_key);
}

std::optional<ContentReport> report_of_code(
    sql::Connection& db, Id<Process> process, const std::string& code_digest) {
    return sql::first<tables::content_report>(
        db, "WHERE code_digest = $1 AND process_id = $2", sql::Bytes{code_digest}, process);
}

std::vector<ReportedThing> reported_things(sql::Connection& db, Id<Process> process, int limit) {
    std::vector<ReportedThing> things;
    for (const auto& row :
        db.run("SELECT inspel_id, statement_id, max(id) AS newest, min(received_at) AS oldest, count(*) AS n "
               "FROM content_report WHERE process_id = $1 AND decided_at IS NULL "
               "GROUP BY inspel_id, statement_id ORDER BY min(id) LIMIT $2",
            process, limit))
        things.push_back({row.id<Inspel>("inspel_id"), row.id<Statement>("statement_id"),
            row.id<ContentReport>("newest"), row.instant("oldest"), row.integer("n")});
    return things;
}

std::int64_t count_reported_things(sql::Connection& db, Id<Process> process) {
    return db
        .run(
            "SELECT count(*) AS n FROM (SELECT 1 AS one FROM content_report WHERE process_id = $1 AND "
            "decided_at IS NULL GROUP BY inspel_id, statement_id) waiting",
            process)
        .front()
        .integer("n");
}

std::vector<ContentReport> waiting_up_to(sql::Connection& db, const ContentReport& newest) {
    if (newest.inspel)
        return sql::all<tables::content_report>(db,
            "WHERE inspel_id = $1 AND decided_at IS NULL AND id <= $2 ORDER BY id", newest.inspel, newest.id);
    return sql::all<tables::content_report>(db,
        "WHERE statement_id = $1 AND decided_at IS NULL AND id <= $2 ORDER BY id", newest.statement,
        newest.id);
}

std::vector<ContentReport> decided_reports(sql::Connection& db, Id<Process> process, int limit) {
    return sql::all<tables::content_report>(db,
        "WHERE process_id = $1 AND decided_at IS NOT NULL ORDER BY decided_at DESC, id DESC LIMIT $2",
        process, limit);
}

void erase_reports_about(sql::Transaction& tx, Id<Inspel> inspel) {
    for (const auto& row : tx.db().run("SELECT public_id FROM content_report WHERE inspel_id = $1", inspel))
        erase_salts_about(tx, openlog::object_named(openlog::ObjectKind::report, row.text("public_id")));
    sql::erase<tables::content_report>(tx, sql::Privacy::personal, "WHERE inspel_id = $1", inspel);
}

}  // namespace medskapa::store
