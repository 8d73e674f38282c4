#include "store/inspel/amendment_store.hpp"

namespace medskapa::store {
namespace {

Amendment amendment_from(const sql::Row& row) {
    return {row.id<Inspel>("inspel_id"), row.id<Node>("node_id"), row.id<Revision>("revision_id"),
        row.text("text")};
}

}  // namespace

void add(sql::Transaction& tx, Id<Process> process, const Amendment& a) {
    tx.db().run(
        "INSERT INTO amendment (inspel_id, process_id, node_id, revision_id, text) VALUES ($1, $2, $3, $4, "
        "$5)",
        a.inspel, process, a.node, a.instead_of, a.text);
}

std::optional<Amendment> amendment_of(sql::Connection& db, Id<Inspel> inspel) {
    const auto rows = db.run("SELECT * FROM amendment WHERE inspel_id = $1", inspel);
    if (rows.empty()) return std::nullopt;
    return amendment_from(rows.front());
}

std::vector<OpenAmendment> amendments_about(sql::Connection& db, Id<Node> node) {
    std::vector<OpenAmendment> found;
    for (const auto& row : db.run(R"(
        SELECT a.*, s.number, s.shown_title,
            (SELECT count(*) FROM change_cause k JOIN change c ON c.id = k.change_id
             WHERE k.kind = 'inspel' AND k.cause_id = a.inspel_id AND c.node_id = a.node_id) AS taken_in
        FROM amendment a JOIN inspel s ON s.id = a.inspel_id AND s.state = 'published'
        WHERE a.node_id = $1 ORDER BY a.inspel_id)",
             node))
        found.push_back({amendment_from(row), static_cast<int>(row.integer("number")),
            row.text("shown_title"), row.integer("taken_in") > 0});
    return found;
}

}  // namespace medskapa::store
