#include "store/inspel/amendment_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

/// What the newest version that was checked says of it.
void judge(sql::Connection& db, OpenAmendment& one) {
    const auto rows = db.run(R"(
        SELECT k.standing, v.number FROM change_cause k JOIN change c ON c.id = k.change_id
            JOIN version v ON v.id = k.judged_in
        WHERE k.kind = 'inspel' AND k.cause_id = $1 AND c.node_id = $2 ORDER BY v.number DESC, c.number DESC
        LIMIT 1)",
        one.amendment.inspel, one.amendment.node);
    if (rows.empty()) return;
    one.standing = named<Standing>(rows.front().text("standing"));
    one.judged_in = static_cast<int>(rows.front().integer("number"));
}

}  // namespace

void save(sql::Transaction& tx, Id<Process> process, const Amendment& a) {
    sql::save<tables::amendment>(tx, a, "inspel_id", {{"process_id", process}});
}

std::optional<Amendment> amendment_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::amendment>(db, "WHERE inspel_id = $1", inspel);
}

std::vector<OpenAmendment> amendments_about(sql::Connection& db, Id<Node> node) {
    std::vector<OpenAmendment> found;
    for (auto& row : db.run("SELECT " + sql::columns<tables::amendment>("a") + R"(, s.number, s.shown_title,
            (SELECT max(k.change_id) FROM change_cause k JOIN change c ON c.id = k.change_id
             WHERE k.kind = 'inspel' AND k.cause_id = a.inspel_id AND c.node_id = a.node_id) AS cited
        FROM amendment a JOIN inspel s ON s.id = a.inspel_id AND s.state = 'published'
        WHERE a.node_id = $1 ORDER BY a.inspel_id)",
             node)) {
        found.push_back({sql::row_from<tables::amendment>(row), static_cast<int>(row.integer("number")),
            row.text("shown_title"), !row.is_null("cited")});
        if (found.back().is_cited) judge(db, found.back());
    }
    return found;
}

}  // namespace medskapa::store
