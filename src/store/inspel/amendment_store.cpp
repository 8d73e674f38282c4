#include "store/inspel/amendment_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

void save(sql::Transaction& tx, Id<Process> process, const Amendment& a) {
    sql::save<tables::amendment>(tx, a, "inspel_id", {{"process_id", process}});
}

std::optional<Amendment> amendment_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::amendment>(db, "WHERE inspel_id = $1", inspel);
}

std::vector<OpenAmendment> amendments_about(sql::Connection& db, Id<Node> node) {
    std::vector<OpenAmendment> found;
    for (auto& row : db.run("SELECT " + sql::columns<tables::amendment>("a") + R"(, s.number, s.shown_title,
            (SELECT count(*) FROM change_cause k JOIN change c ON c.id = k.change_id
             WHERE k.kind = 'inspel' AND k.cause_id = a.inspel_id AND c.node_id = a.node_id) AS used
        FROM amendment a JOIN inspel s ON s.id = a.inspel_id AND s.state = 'published'
        WHERE a.node_id = $1 ORDER BY a.inspel_id)",
             node))
        found.push_back({sql::row_from<tables::amendment>(row), static_cast<int>(row.integer("number")),
            row.text("shown_title"), row.integer("used") > 0});
    return found;
}

}  // namespace medskapa::store
