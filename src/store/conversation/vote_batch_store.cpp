#include "store/conversation/vote_batch_store.hpp"

namespace medskapa::store {
namespace {

VoteLine line_from(const sql::Row& row) {
    return {row.integer("id"), row.integer("participant_id"), static_cast<int>(row.integer("number")),
        static_cast<Stance>(row.integer("value")), row.flag("counts")};
}

}  // namespace

std::vector<VoteBatch> batches_of(sql::Connection& db, Id<Activity> activity) {
    std::vector<VoteBatch> batches;
    for (const auto& row : db.run("SELECT * FROM vote_batch WHERE activity_id = $1 ORDER BY id", activity))
        batches.push_back({batches.empty() ? 0 : batches.back().last_cast, row.integer("last_cast"),
            row.integer("votes"), row.integer("log_place"), row.bytes("salt_key"), row.text("opened")});
    return batches;
}

std::optional<VoteBatch> last_batch(sql::Connection& db, Id<Activity> activity) {
    const auto batches = batches_of(db, activity);
    if (batches.empty()) return std::nullopt;
    return batches.back();
}

void add(sql::Transaction& tx, const Conversation& c, const VoteBatch& batch) {
    tx.db().run(R"(
        INSERT INTO vote_batch (process_id, activity_id, last_cast, votes, log_place, salt_key)
        VALUES ($1, $2, $3, $4, $5, $6))",
        c.process, c.activity, batch.last_cast, batch.votes, batch.log_place, sql::Bytes{batch.salt_key});
}

std::vector<VoteLine> vote_lines(
    sql::Connection& db, Id<Activity> activity, std::int64_t after, std::int64_t limit) {
    std::vector<VoteLine> lines;
    for (const auto& row : db.run(R"(
        SELECT c.id, c.participant_id, s.number, c.value, CASE WHEN v.cast_id = c.id THEN 1 ELSE 0 END AS counts
        FROM vote_cast c JOIN statement s ON s.id = c.statement_id
        LEFT JOIN vote v ON v.participant_id = c.participant_id AND v.statement_id = c.statement_id
        WHERE c.activity_id = $1 AND c.id > $2 ORDER BY c.id LIMIT $3)",
             activity, after, limit))
        lines.push_back(line_from(row));
    return lines;
}

std::vector<VoteLine> own_lines(sql::Connection& db, Id<Participant> participant) {
    std::vector<VoteLine> lines;
    for (const auto& row : db.run(R"(
        SELECT v.cast_id AS id, v.participant_id, s.number, v.value, 1 AS counts
        FROM vote v JOIN statement s ON s.id = v.statement_id WHERE v.participant_id = $1 ORDER BY s.number)",
             participant))
        lines.push_back(line_from(row));
    return lines;
}

void set_opened(sql::Transaction& tx, Id<Activity> activity, const VoteBatch& batch) {
    tx.db().run("UPDATE vote_batch SET opened = $3 WHERE activity_id = $1 AND last_cast = $2", activity,
        batch.last_cast, batch.opened);
}

}  // namespace medskapa::store
