#include "store/conversation/release_store.hpp"

namespace medskapa::store {

std::vector<ReleasedVersion> released_versions(sql::Connection& db, Id<Activity> activity) {
    std::vector<ReleasedVersion> versions;
    for (const auto& row :
        db.run("SELECT * FROM opinion_release WHERE activity_id = $1 ORDER BY version", activity))
        versions.push_back(
            {static_cast<int>(row.integer("version")), row.text("statements"), row.text("partitions")});
    return versions;
}

void keep(sql::Transaction& tx, const Conversation& c, const ReleasedVersion& release) {
    tx.db().run(R"(
        INSERT INTO opinion_release (activity_id, process_id, version, statements, partitions)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (activity_id, version) DO UPDATE SET partitions = excluded.partitions)",
        c.activity, c.process, release.version, release.statements, release.partitions);
}

std::vector<ReleasedBallot> released_ballots(sql::Connection& db, Id<Activity> activity) {
    std::vector<ReleasedBallot> ballots;
    for (const auto& row : db.run(R"(
        SELECT participant_id, version, votes FROM released_ballot WHERE activity_id = $1 ORDER BY version)",
             activity))
        ballots.push_back(
            {row.integer("participant_id"), static_cast<int>(row.integer("version")), row.text("votes")});
    return ballots;
}

void add(sql::Transaction& tx, const Conversation& c, const ReleasedBallot& ballot) {
    tx.db().run(
        "INSERT INTO released_ballot (participant_id, version, activity_id, votes) VALUES ($1, $2, $3, $4)",
        ballot.participant, ballot.version, c.activity, ballot.votes);
}

int waiting_voters(sql::Connection& db, Id<Activity> activity) {
    const auto rows = db.run("SELECT waiting FROM opinion_memory WHERE activity_id = $1", activity);
    return rows.empty() ? 0 : static_cast<int>(rows.front().integer("waiting"));
}

void set_waiting_voters(sql::Transaction& tx, const Conversation& c, int people) {
    tx.db().run(R"(
        INSERT INTO opinion_memory (activity_id, process_id, memory, waiting) VALUES ($1, $2, '', $3)
        ON CONFLICT (activity_id) DO UPDATE SET waiting = excluded.waiting)",
        c.activity, c.process, people);
}

}  // namespace medskapa::store
