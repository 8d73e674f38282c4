#include "store/swot/swot_store.hpp"

#include "store/sql/rows.hpp"
#include "store/swot/columns.hpp"

namespace medskapa::store {

SwotItem add(sql::Transaction& tx, SwotItem item) {
    const auto rows = tx.db().run(
        "SELECT number FROM swot_item WHERE process_id = $1 ORDER BY number DESC LIMIT 1", item.process);
    item.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    item.id = sql::insert<tables::swot_item>(tx, item);
    return item;
}

void change(sql::Transaction& tx, const SwotItem& item) {
    sql::change<tables::swot_item>(tx, item);
}

void add(sql::Transaction& tx, const SwotEvidence& evidence) {
    sql::insert<tables::swot_evidence>(tx, evidence);
}

void remove(sql::Transaction& tx, const SwotEvidence& evidence) {
    tx.db().run("DELETE FROM swot_evidence WHERE id = $1", evidence.id);
}

std::vector<SwotItem> swot_items_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::swot_item>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::vector<SwotItem> published_swot_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::swot_item>(db, "WHERE process_id = $1 AND state = $2 ORDER BY number", process,
        name_of(SwotItem::State::published));
}

std::optional<SwotItem> swot_item_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::swot_item>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<SwotItem> find_swot_item(sql::Connection& db, Id<SwotItem> id) {
    return sql::first<tables::swot_item>(db, "WHERE id = $1", id);
}

std::vector<SwotEvidence> swot_evidence_of(sql::Connection& db, Id<SwotItem> item) {
    return sql::all<tables::swot_evidence>(db, "WHERE item_id = $1 ORDER BY id", item);
}

std::vector<SwotItem> swot_resting_on(
    sql::Connection& db, Id<Process> process, const std::string& reference) {
    return sql::all<tables::swot_item>(db,
        "WHERE process_id = $1 AND state = $2 AND EXISTS (SELECT 1 FROM swot_evidence e"
        " WHERE e.item_id = swot_item.id AND (e.reference = $3 OR e.reference LIKE $4)) ORDER BY number",
        process, name_of(SwotItem::State::published), reference, reference + "/%");
}

}  // namespace medskapa::store
