#include "store/voter_store.hpp"

namespace medskapa::store {
namespace {

using Counts = std::map<std::string, std::int64_t>;

Counts counts(const std::vector<sql::Row>& rows) {
    Counts counts;
    for (const auto& row : rows) counts[row.text("told")] = row.integer("people");
    return counts;
}

}  // namespace

void set_background(sql::Transaction& tx, Id<Participant> participant, const Background& background) {
    tx.db().run("UPDATE participant SET municipality = $2, actor_kind = $3 WHERE id = $1", participant,
        background.municipality, background.actor_kind);
}

Background background_of(sql::Connection& db, Id<Participant> participant) {
    const auto rows = db.run("SELECT municipality, actor_kind FROM participant WHERE id = $1", participant);
    if (rows.empty()) return {};
    return {rows.front().text("municipality"), rows.front().text("actor_kind")};
}

Participation participation_in(sql::Connection& db, Id<Activity> activity) {
    Participation found;
    found.by_municipality = counts(db.run(R"(
        SELECT municipality AS told, count(*) AS people FROM participant WHERE activity_id = $1
        GROUP BY municipality)",
        activity));
    found.by_actor_kind = counts(db.run(R"(
        SELECT actor_kind AS told, count(*) AS people FROM participant WHERE activity_id = $1
        GROUP BY actor_kind)",
        activity));
    return found;
}

void erase_voter(sql::Transaction& tx, Id<Activity> activity, Id<Participant> participant) {
    auto& db = tx.db();
    db.run("DELETE FROM vote WHERE participant_id = $1", participant);
    db.run(R"(
        UPDATE vote_cast SET participant_id = 0, probability = NULL
        WHERE activity_id = $1 AND participant_id = $2)",
        activity, participant);
    db.run("DELETE FROM participant WHERE id = $1", participant);
    db.run("INSERT INTO voter_erased (activity_id, participant_id) VALUES ($1, $2)", activity, participant);
    // The newest map holds the person still: it is nobody's last word, and is drawn anew.
    db.run("UPDATE opinion_snapshot SET last_cast = -1 WHERE activity_id = $1", activity);
}

std::vector<ErasedVoter> erased_voters(sql::Connection& db, Id<Activity> activity, std::int64_t after) {
    std::vector<ErasedVoter> erased;
    for (const auto& row :
        db.run("SELECT id, participant_id FROM voter_erased WHERE activity_id = $1 AND id > $2 ORDER BY id",
            activity, after))
        erased.push_back({row.integer("id"), row.integer("participant_id")});
    return erased;
}

}  // namespace medskapa::store
