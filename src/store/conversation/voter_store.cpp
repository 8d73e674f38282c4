#include "store/conversation/voter_store.hpp"

namespace medskapa::store {
namespace {

using Counts = std::map<std::string, std::int64_t>;

Background background_from(const sql::Row& row) {
    return {row.text("municipality"), row.text("actor_kind"), row.text("age_class")};
}

Counts counts(const std::vector<sql::Row>& rows) {
    Counts counts;
    for (const auto& row : rows) counts[row.text("answer")] = row.integer("people");
    return counts;
}

/// What is known of the participant is read anew for the next map.
void note_change(sql::Transaction& tx, Id<Participant> participant) {
    tx.db().run(R"(
        INSERT INTO voter_change (activity_id, participant_id)
        SELECT activity_id, id FROM participant WHERE id = $1)",
        participant);
}

/// The newest map no longer holds: it is drawn anew, also by a server that starts later.
void redraw(sql::Transaction& tx, Id<Activity> activity) {
    tx.db().run("UPDATE opinion_snapshot SET last_cast = -1 WHERE activity_id = $1", activity);
}

}  // namespace

void set_background(sql::Transaction& tx, Id<Participant> participant, const Background& background) {
    tx.db().run("UPDATE participant SET municipality = $2, actor_kind = $3, age_class = $4 WHERE id = $1",
        participant, background.municipality, background.actor_kind, background.age_class);
    note_change(tx, participant);
}

void set_assurance(sql::Transaction& tx, Id<Participant> participant, Assurance assurance) {
    tx.db().run("UPDATE participant SET assurance = $2 WHERE id = $1", participant, assurance);
    note_change(tx, participant);
}

Assurance assurance_of(sql::Connection& db, Id<Participant> participant) {
    const auto rows = db.run("SELECT assurance FROM participant WHERE id = $1", participant);
    return rows.empty() ? Assurance::anonymous : named<Assurance>(rows.front().text("assurance"));
}

Background background_of(sql::Connection& db, Id<Participant> participant) {
    const auto rows =
        db.run("SELECT municipality, actor_kind, age_class FROM participant WHERE id = $1", participant);
    if (rows.empty()) return {};
    return background_from(rows.front());
}

Participation participation_in(sql::Connection& db, Id<Activity> activity) {
    Participation found;
    found.by_municipality = counts(db.run(R"(
        SELECT municipality AS answer, count(*) AS people FROM participant WHERE activity_id = $1
        GROUP BY municipality)",
        activity));
    found.by_actor_kind = counts(db.run(R"(
        SELECT actor_kind AS answer, count(*) AS people FROM participant WHERE activity_id = $1
        GROUP BY actor_kind)",
        activity));
    found.by_age_class = counts(db.run(R"(
        SELECT age_class AS answer, count(*) AS people FROM participant WHERE activity_id = $1
        GROUP BY age_class)",
        activity));
    return found;
}

void erase_voter(sql::Transaction& tx, Id<Activity> activity, Id<Participant> participant) {
    auto& db = tx.db();
    db.run("DELETE FROM vote WHERE participant_id = $1", participant);
    db.run(
        "UPDATE vote_cast SET participant_id = 0, probability = NULL WHERE participant_id = $1", participant);
    db.run("DELETE FROM voter_change WHERE participant_id = $1", participant);
    db.run("DELETE FROM released_ballot WHERE participant_id = $1", participant);
    db.run("DELETE FROM participant WHERE id = $1", participant);
    db.run("INSERT INTO voter_erased (activity_id, participant_id) VALUES ($1, $2)", activity, participant);
    redraw(tx, activity);  // the newest map holds the person still
}

std::vector<Voter> voters_after(sql::Connection& db, Id<Activity> activity, std::int64_t after) {
    std::vector<Voter> voters;
    for (const auto& row : db.run(R"(
        SELECT id, assurance, municipality, actor_kind, age_class FROM participant
        WHERE activity_id = $1 AND id > $2 ORDER BY id)",
             activity, after))
        voters.push_back({row.integer("id"), named<Assurance>(row.text("assurance")), background_from(row)});
    return voters;
}

std::vector<VoterDetails> details_after(sql::Connection& db, Id<Activity> activity, std::int64_t after) {
    std::vector<VoterDetails> changed;
    for (const auto& row : db.run(R"(
        SELECT t.id, t.participant_id, p.assurance, p.municipality, p.actor_kind, p.age_class
        FROM voter_change t JOIN participant p ON p.id = t.participant_id
        WHERE t.activity_id = $1 AND t.id > $2 ORDER BY t.id)",
             activity, after))
        changed.push_back({row.integer("id"), row.integer("participant_id"),
            named<Assurance>(row.text("assurance")), background_from(row)});
    return changed;
}

void set_population(sql::Transaction& tx, const Conversation& c, const Population& population) {
    tx.db().run("DELETE FROM population WHERE activity_id = $1", c.activity);
    const auto add = [&](std::string_view question, const Counts& counts) {
        for (const auto& [category, people] : counts)
            tx.db().run(R"(
                INSERT INTO population (activity_id, process_id, question, category, people)
                VALUES ($1, $2, $3, $4, $5))",
                c.activity, c.process, question, category, people);
    };
    add("municipality", population.by_municipality);
    add("age_class", population.by_age_class);
    redraw(tx, c.activity);
}

Population population_of(sql::Connection& db, Id<Activity> activity) {
    Population population;
    for (const auto& row :
        db.run("SELECT question, category, people FROM population WHERE activity_id = $1", activity)) {
        auto& counts =
            row.text("question") == "municipality" ? population.by_municipality : population.by_age_class;
        counts[row.text("category")] = row.integer("people");
    }
    return population;
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
