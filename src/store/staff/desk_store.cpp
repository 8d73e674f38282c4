#include "store/staff/desk_store.hpp"

#include "store/sql/rows.hpp"
#include "store/staff/columns.hpp"

namespace medskapa::store {
namespace {

void remove_bulk_acts(sql::Transaction& tx, Id<User> user, Id<Process> process, std::size_t all_but) {
    // PostgreSQL and SQLite both take a limit in a subquery, and neither in a DELETE.
    const std::string old =
        "(SELECT id FROM bulk_act WHERE staff_id = $1 AND process_id = $2 ORDER BY id DESC LIMIT 1000 OFFSET "
        "$3)";
    tx.db().run("DELETE FROM bulk_item WHERE bulk_act_id IN " + old, user, process, all_but);
    tx.db().run("DELETE FROM bulk_act WHERE id IN " + old, user, process, all_but);
}

void remove_oldest(sql::Transaction& tx, Id<User> user, Id<Process> process) {
    tx.db().run(R"(
        DELETE FROM draft WHERE staff_id = $1 AND process_id = $2 AND place IN (
            SELECT place FROM draft WHERE staff_id = $1 AND process_id = $2
            ORDER BY words = '', kept_at DESC, place LIMIT 1000 OFFSET $3))",
        user, process, most_drafts);
}

}  // namespace

void keep(sql::Transaction& tx, Id<Process> process, const DeskDraft& draft) {
    sql::save<tables::draft>(tx, draft, "staff_id, process_id, place", {{"process_id", process}});
    remove_oldest(tx, draft.user, process);
}

void be_at(sql::Transaction& tx, Id<User> user, Id<Process> process, const std::string& place, Instant now) {
    tx.db().run(R"(
        INSERT INTO draft (staff_id, process_id, place, words, kept_at) VALUES ($1, $2, $3, '', $4)
        ON CONFLICT (staff_id, process_id, place) DO UPDATE SET kept_at = excluded.kept_at WHERE draft.words = '')",
        user, process, place, now);
    remove_oldest(tx, user, process);
}

void remove_draft(sql::Transaction& tx, Id<User> user, Id<Process> process, const std::string& place) {
    tx.db().run(
        "DELETE FROM draft WHERE staff_id = $1 AND process_id = $2 AND place = $3", user, process, place);
}

std::optional<DeskDraft> find_draft(
    sql::Connection& db, Id<User> user, Id<Process> process, const std::string& place) {
    return sql::first<tables::draft>(
        db, "WHERE staff_id = $1 AND process_id = $2 AND place = $3 AND words <> ''", user, process, place);
}

std::vector<User> others_at(
    sql::Connection& db, Id<User> user, Id<Process> process, const std::string& place, Instant since) {
    std::vector<User> others;
    for (auto& row : db.run("SELECT " + sql::columns<tables::staff>("s") + R"(
        FROM draft d JOIN staff s ON s.id = d.staff_id
        WHERE d.process_id = $1 AND d.place = $2 AND d.staff_id <> $3 AND d.kept_at >= $4
        ORDER BY d.kept_at DESC, s.name)",
             process, place, user, since))
        others.push_back(sql::row_from<tables::staff>(row));
    return others;
}

Id<SavedFilter> add(sql::Transaction& tx, Id<Process> process, const SavedFilter& filter) {
    return sql::insert<tables::saved_filter>(tx, filter, {{"process_id", process}});
}

void remove_filter(sql::Transaction& tx, Id<User> user, Id<Process> process, Id<SavedFilter> id) {
    tx.db().run(
        "DELETE FROM saved_filter WHERE id = $1 AND staff_id = $2 AND process_id = $3", id, user, process);
}

std::vector<SavedFilter> saved_filters_of(sql::Connection& db, Id<User> user, Id<Process> process) {
    return sql::all<tables::saved_filter>(
        db, "WHERE staff_id = $1 AND process_id = $2 ORDER BY title, id", user, process);
}

Id<BulkAct> add(
    sql::Transaction& tx, Id<Process> process, const BulkAct& act, const std::vector<BulkItem>& items) {
    const auto id = sql::insert<tables::bulk_act>(tx, act, {{"process_id", process}});
    for (const auto& item : items) sql::insert<tables::bulk_item>(tx, item, {{"bulk_act_id", id}});
    remove_bulk_acts(tx, act.user, process, most_bulk_acts);
    return id;
}

void change(sql::Transaction& tx, const BulkAct& act) {
    sql::change<tables::bulk_act>(tx, act);
}

std::optional<BulkAct> find_bulk_act(
    sql::Connection& db, Id<User> user, Id<Process> process, Id<BulkAct> id) {
    return sql::first<tables::bulk_act>(
        db, "WHERE id = $1 AND staff_id = $2 AND process_id = $3", id, user, process);
}

std::vector<BulkItem> items_of(sql::Connection& db, Id<BulkAct> act) {
    return sql::all<tables::bulk_item>(db, "WHERE bulk_act_id = $1 ORDER BY id", act);
}

void remove_desk_of(sql::Transaction& tx, Id<User> user, Id<Process> process) {
    tx.db().run("DELETE FROM draft WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM saved_filter WHERE staff_id = $1 AND process_id = $2", user, process);
    remove_bulk_acts(tx, user, process, 0);
}

}  // namespace medskapa::store
