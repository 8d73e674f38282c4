#include "store/moderation/appeal_store.hpp"

#include "engine/openlog/objects.hpp"
#include "store/log/log_store.hpp"
#include "store/moderation/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<Refusal> add(sql::Transaction& tx, Id<Process> process, const Refusal& refusal) {
    return sql::insert<tables::refusal>(tx, refusal, {{"process_id", process}});
}

std::optional<Refusal> refusal_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::refusal>(db, "WHERE inspel_id = $1 ORDER BY id DESC LIMIT 1", inspel);
}

std::optional<Refusal> find_refusal(sql::Connection& db, Id<Refusal> id) {
    return sql::first<tables::refusal>(db, "WHERE id = $1", id);
}

Id<Appeal> add(sql::Transaction& tx, Id<Process> process, const Appeal& appeal) {
    return sql::insert<tables::appeal>(tx, appeal, {{"process_id", process}});
}

void change(sql::Transaction& tx, const Appeal& appeal) {
    sql::change<tables::appeal>(tx, appeal);
}

std::optional<Appeal> find_appeal(sql::Connection& db, Id<Process> process, Id<Appeal> id) {
    return sql::first<tables::appeal>(db, "WHERE id = $1 AND process_id = $2", id, process);
}

std::optional<Appeal> appeal_against(sql::Connection& db, Id<Refusal> refusal) {
    return sql::first<tables::appeal>(db, "WHERE refusal_id = $1", refusal);
}

bool waits_for_appeal(sql::Connection& db, Id<Inspel> inspel) {
    const auto refusal = refusal_of(db, inspel);
    const auto appeal = refusal ? appeal_against(db, refusal->id) : std::nullopt;
    return appeal && !appeal->decided_at;
}

std::vector<Appeal> waiting_appeals(sql::Connection& db, Id<Process> process, int limit) {
    return sql::all<tables::appeal>(db,
        "WHERE process_id = $1 AND decided_at IS NULL AND EXISTS (SELECT 1 FROM inspel i WHERE i.id = "
        "inspel_id AND i.state = 'declined') ORDER BY id LIMIT $2",
        process, limit);
}

std::int64_t count_waiting_appeals(sql::Connection& db, Id<Process> process) {
    return db
        .run(
            "SELECT count(*) AS n FROM appeal a JOIN inspel i ON i.id = a.inspel_id WHERE a.process_id = $1 "
            "AND a.decided_at IS NULL AND i.state = 'declined'",
            process)
        .front()
        .integer("n");
}

void erase_appeals_about(sql::Transaction& tx, Id<Inspel> inspel) {
    for (const auto& row : tx.db().run("SELECT public_id FROM appeal WHERE inspel_id = $1", inspel))
        erase_salts_about(tx, openlog::object_named(openlog::ObjectKind::appeal, row.text("public_id")));
    sql::erase<tables::appeal>(tx, sql::Privacy::personal, "WHERE inspel_id = $1", inspel);
}

}  // namespace medskapa::store
