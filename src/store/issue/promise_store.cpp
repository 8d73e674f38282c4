#include "store/issue/promise_store.hpp"

#include "store/issue/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

void promise(sql::Transaction& tx, Id<Inspel> inspel, int days) {
    tx.db().run("UPDATE inspel SET promised_days = $2 WHERE id = $1", inspel, days);
}

int promised_days(sql::Connection& db, const Inspel& inspel) {
    const auto rows = db.run(
        "SELECT COALESCE(i.promised_days, p.answer_days) AS days FROM inspel i JOIN process p ON p.id = "
        "i.process_id WHERE i.id = $1",
        inspel.id);
    return rows.empty() ? 0 : static_cast<int>(rows.front().integer("days"));
}

void add(sql::Transaction& tx, Id<Process> process, const DeadlineMove& move) {
    sql::insert<tables::deadline_move>(tx, move, {{"process_id", process}});
}

std::vector<DeadlineMove> moves_of(sql::Connection& db, Id<Issue> issue) {
    return sql::all<tables::deadline_move>(db, "WHERE issue_id = $1 ORDER BY id", issue);
}

void remove_moves(sql::Transaction& tx, Id<Issue> issue) {
    tx.db().run("DELETE FROM deadline_move WHERE issue_id = $1", issue);
}

}  // namespace medskapa::store
