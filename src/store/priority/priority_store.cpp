#include "store/priority/priority_store.hpp"

#include "store/priority/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Priority add(sql::Transaction& tx, Priority priority) {
    const auto rows = tx.db().run(
        "SELECT number FROM priority WHERE process_id = $1 ORDER BY number DESC LIMIT 1", priority.process);
    priority.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    priority.id = sql::insert<tables::priority>(tx, priority);
    return priority;
}

void change(sql::Transaction& tx, const Priority& priority) {
    sql::change<tables::priority>(tx, priority);
}

void add(sql::Transaction& tx, const Discovery& discovery) {
    sql::insert<tables::discovery>(tx, discovery);
}

std::vector<Priority> priorities_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::priority>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::optional<Priority> priority_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::priority>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<Priority> find_priority(sql::Connection& db, Id<Priority> id) {
    return sql::first<tables::priority>(db, "WHERE id = $1", id);
}

std::vector<Discovery> discoveries_of(sql::Connection& db, Id<Priority> priority) {
    return sql::all<tables::discovery>(db, "WHERE priority_id = $1 ORDER BY id", priority);
}

}  // namespace medskapa::store
