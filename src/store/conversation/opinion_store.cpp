#include "store/conversation/opinion_store.hpp"

#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

std::optional<OpinionSnapshot> snapshot_from(const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return OpinionSnapshot{row.day("day"), row.instant("drawn_at"), row.integer("last_cast"),
        row.flag("is_final"), opinion_result_from(row.text("result"))};
}

Stance stance(const sql::Row& row) {
    return static_cast<Stance>(row.integer("value"));
}

/// What a statement without a decision counts as in the list of what is votable.
std::string_view also_votable(const Conversation& conversation) {
    return name_of(conversation.moderation == Conversation::Moderation::after ? Statement::State::pending
                                                                              : Statement::State::accepted);
}

}  // namespace

Conversation conversation_of(sql::Connection& db, const Activity& activity) {
    return sql::first<tables::conversation>(db, "WHERE activity_id = $1", activity.id)
        .value_or(Conversation{activity.id, activity.process});
}

void save(sql::Transaction& tx, const Conversation& c) {
    sql::save<tables::conversation>(tx, c, "activity_id");
}

std::vector<Conversation> conversations(sql::Connection& db) {
    return sql::all<tables::conversation>(db, "ORDER BY activity_id");
}

Id<Statement> add(sql::Transaction& tx, const Statement& s, const std::string& form_key) {
    return sql::insert<tables::statement>(tx, s,
        {{"form_key", form_key.empty() ? std::nullopt : std::optional{form_key}}, {"priority", 1.0},
            {"exposures", 0}});
}

void change(sql::Transaction& tx, const Statement& s) {
    sql::change<tables::statement>(tx, s);
}

void set_inspel(sql::Transaction& tx, const Statement& statement, Id<Inspel> inspel) {
    tx.db().run("UPDATE statement SET inspel_id = $2 WHERE id = $1", statement.id, inspel);
}

std::optional<Statement> statement_of_inspel(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::statement>(db, "WHERE inspel_id = $1", inspel);
}

int next_statement_number(sql::Connection& db, Id<Activity> activity) {
    const auto rows =
        db.run("SELECT number FROM statement WHERE activity_id = $1 ORDER BY number DESC LIMIT 1", activity);
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

std::optional<Statement> find_statement(sql::Connection& db, Id<Statement> id) {
    return sql::first<tables::statement>(db, "WHERE id = $1", id);
}

std::optional<Statement> statement_numbered(sql::Connection& db, Id<Activity> activity, int number) {
    return sql::first<tables::statement>(db, "WHERE activity_id = $1 AND number = $2", activity, number);
}

std::optional<Statement> statement_of_form(
    sql::Connection& db, Id<Activity> activity, const std::string& form_key) {
    return sql::first<tables::statement>(db, "WHERE activity_id = $1 AND form_key = $2", activity, form_key);
}

std::vector<Statement> statements_of(sql::Connection& db, Id<Activity> activity) {
    return sql::all<tables::statement>(db, "WHERE activity_id = $1 ORDER BY number", activity);
}

std::optional<Id<Participant>> participant_of(sql::Connection& db, const std::string& key_digest) {
    const auto rows = db.run("SELECT id FROM participant WHERE key_digest = $1", sql::Bytes{key_digest});
    if (rows.empty()) return std::nullopt;
    return rows.front().id<Participant>("id");
}

Id<Participant> add_participant(
    sql::Transaction& tx, const Conversation& c, const std::string& key_digest, Assurance assurance) {
    return tx.db()
        .run(R"(
        INSERT INTO participant (process_id, activity_id, key_digest, joined_at, assurance, municipality, actor_kind,
            age_class)
        VALUES ($1, $2, $3, $4, $5, '', '', '') RETURNING id)",
            c.process, c.activity, sql::Bytes{key_digest}, tx.now(), assurance)
        .front()
        .id<Participant>("id");
}

void cast(sql::Transaction& tx, Id<Activity> activity, const CastVote& v) {
    const auto value = static_cast<int>(v.stance);
    const auto line = tx.db().run(R"(
        INSERT INTO vote_cast (activity_id, participant_id, statement_id, value, cast_at, probability)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)",
        activity, v.participant, v.statement, value, v.at, v.probability);
    tx.db().run(R"(
        INSERT INTO vote (participant_id, statement_id, value, cast_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT (participant_id, statement_id) DO UPDATE SET value = excluded.value, cast_id = excluded.cast_id)",
        v.participant, v.statement, value, line.front().integer("id"));
}

OwnVotes votes_of(sql::Connection& db, Id<Participant> participant) {
    OwnVotes votes;
    for (const auto& row : db.run(R"(
        SELECT s.number, v.value FROM vote v JOIN statement s ON s.id = v.statement_id
        WHERE v.participant_id = $1 ORDER BY s.number)",
             participant))
        votes.emplace_back(static_cast<int>(row.integer("number")), stance(row));
    return votes;
}

std::int64_t count_votable(sql::Connection& db, const Conversation& conversation) {
    return db
        .run("SELECT count(*) AS n FROM statement WHERE activity_id = $1 AND state IN ('accepted', $2)",
            conversation.activity, also_votable(conversation))
        .front()
        .integer("n");
}

std::vector<Servable> servable(
    sql::Connection& db, const Conversation& conversation, std::optional<Id<Participant>> participant) {
    std::vector<Servable> found;
    for (const auto& row : db.run(R"(
        SELECT number, priority, exposures FROM statement s
        WHERE activity_id = $1 AND state IN ('accepted', $2) AND NOT EXISTS (
            SELECT 1 FROM vote v WHERE v.participant_id = $3 AND v.statement_id = s.id)
        ORDER BY number)",
             conversation.activity, also_votable(conversation), participant.value_or(Id<Participant>{-1})))
        found.push_back(
            {static_cast<int>(row.integer("number")), row.real("priority"), row.integer("exposures")});
    return found;
}

void set_priority(
    sql::Transaction& tx, Id<Activity> activity, int number, double priority, std::int64_t exposures) {
    tx.db().run("UPDATE statement SET priority = $3, exposures = $4 WHERE activity_id = $1 AND number = $2",
        activity, number, priority, exposures);
}

std::vector<HistoryLine> history(sql::Connection& db, Id<Activity> activity, std::int64_t after, int limit) {
    std::vector<HistoryLine> lines;
    for (const auto& row : db.run(R"(
        SELECT c.id, c.participant_id, s.number, c.value, c.cast_at
        FROM vote_cast c JOIN statement s ON s.id = c.statement_id
        WHERE c.activity_id = $1 AND c.id > $2 AND c.participant_id <> 0 ORDER BY c.id LIMIT $3)",
             activity, after, limit))
        lines.push_back({row.integer("id"), row.integer("participant_id"),
            static_cast<int>(row.integer("number")), stance(row), row.instant("cast_at")});
    return lines;
}

std::int64_t last_cast(sql::Connection& db, Id<Activity> activity) {
    const auto rows = db.run(
        "SELECT id FROM vote_cast WHERE activity_id = $1 AND participant_id <> 0 ORDER BY id DESC LIMIT 1",
        activity);
    return rows.empty() ? 0 : rows.front().integer("id");
}

void keep(sql::Transaction& tx, const Conversation& c, const OpinionSnapshot& snapshot) {
    if (const auto breach = breach_of_privacy(snapshot.result); !breach.empty())
        throw std::logic_error{"a result would show " + breach};
    tx.db().run(R"(
        INSERT INTO opinion_snapshot (activity_id, process_id, day, drawn_at, last_cast, is_final, result)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (activity_id, day) DO UPDATE SET drawn_at = excluded.drawn_at, last_cast = excluded.last_cast,
            is_final = excluded.is_final, result = excluded.result)",
        c.activity, c.process, snapshot.day, snapshot.drawn_at, snapshot.last_cast, snapshot.is_final,
        as_json(snapshot.result));
}

std::optional<OpinionSnapshot> newest_snapshot(sql::Connection& db, Id<Activity> activity) {
    return snapshot_from(
        db.run("SELECT * FROM opinion_snapshot WHERE activity_id = $1 ORDER BY day DESC LIMIT 1", activity));
}

std::optional<OpinionSnapshot> snapshot_of(sql::Connection& db, Id<Activity> activity, Day day) {
    return snapshot_from(
        db.run("SELECT * FROM opinion_snapshot WHERE activity_id = $1 AND day = $2", activity, day));
}

std::vector<Day> days_with_snapshot(sql::Connection& db, Id<Activity> activity) {
    std::vector<Day> days;
    for (const auto& row :
        db.run("SELECT day FROM opinion_snapshot WHERE activity_id = $1 ORDER BY day DESC", activity))
        days.push_back(row.day("day"));
    return days;
}

std::string memory_of(sql::Connection& db, Id<Activity> activity) {
    const auto rows = db.run("SELECT memory FROM opinion_memory WHERE activity_id = $1", activity);
    return rows.empty() ? std::string{} : rows.front().text("memory");
}

void keep_memory(sql::Transaction& tx, const Conversation& c, const std::string& memory) {
    tx.db().run(R"(
        INSERT INTO opinion_memory (activity_id, process_id, memory) VALUES ($1, $2, $3)
        ON CONFLICT (activity_id) DO UPDATE SET memory = excluded.memory)",
        c.activity, c.process, memory);
}

std::map<int, std::string> group_names(sql::Connection& db, Id<Activity> activity) {
    std::map<int, std::string> names;
    for (const auto& row : db.run("SELECT label, name FROM group_name WHERE activity_id = $1", activity))
        names[static_cast<int>(row.integer("label"))] = row.text("name");
    return names;
}

void name_group(sql::Transaction& tx, const Conversation& c, int label, const std::string& name) {
    tx.db().run(R"(
        INSERT INTO group_name (activity_id, process_id, label, name) VALUES ($1, $2, $3, $4)
        ON CONFLICT (activity_id, label) DO UPDATE SET name = excluded.name)",
        c.activity, c.process, label, name);
}

}  // namespace medskapa::store
