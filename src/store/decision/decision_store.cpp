#include "store/decision/decision_store.hpp"

namespace medskapa::store {
namespace {

using Event = SamiConsultation::Event;

Decision decision_from(const sql::Row& row) {
    return {
        .id = row.id<Decision>("id"),
        .process = row.id<Process>("process_id"),
        .number = static_cast<int>(row.integer("number")),
        .body = row.id<Body>("body_id"),
        .version = row.id<Version>("version_id"),
        .digest = row.text("digest"),
        .decided_on = row.day("decided_on"),
        .paragraph = row.text("paragraph"),
        .diary_number = row.text("diary_number"),
        .text = row.text("text"),
        .dissent = row.text("dissent"),
        .noticed_on = row.day_if("noticed_on"),
        .waiver = row.id<Waiver>("waiver_id"),
        .was_consulted = row.flag("was_consulted"),
        .recorded_at = row.instant("recorded_at"),
    };
}

std::optional<Decision> first(const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    return decision_from(rows.front());
}

std::vector<Event> events_of(sql::Connection& db, Id<SamiConsultation> consultation) {
    std::vector<Event> events;
    for (const auto& row :
        db.run("SELECT * FROM sami_consultation_event WHERE consultation_id = $1 ORDER BY day, id",
            consultation))
        events.push_back({row.id<Event>("id"), named<Event::Kind>(row.text("kind")), row.day("day"),
            row.text("text"), row.text("digest")});
    return events;
}

SamiConsultation consultation_from(sql::Connection& db, const sql::Row& row) {
    const auto id = row.id<SamiConsultation>("id");
    return {id, row.id<Process>("process_id"), static_cast<int>(row.integer("number")),
        row.text("counterpart"), named<SamiConsultation::Outcome>(row.text("outcome")), row.text("motive"),
        events_of(db, id)};
}

/// Decisions and consultations are numbered from one in each process.
int next_number_after(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

}  // namespace

Decision add(sql::Transaction& tx, Decision d) {
    d.number = next_number_after(tx.db().run(
        "SELECT number FROM decision WHERE process_id = $1 ORDER BY number DESC LIMIT 1", d.process));
    d.id = tx.db()
               .run(R"(
        INSERT INTO decision (process_id, number, body_id, version_id, digest, decided_on, paragraph,
            diary_number, text, dissent, noticed_on, waiver_id, was_consulted, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id)",
                   d.process, d.number, d.body, d.version, d.digest, d.decided_on, d.paragraph,
                   d.diary_number, d.text, d.dissent, d.noticed_on, d.waiver, d.was_consulted, d.recorded_at)
               .front()
               .id<Decision>("id");
    return d;
}

void set_notice(sql::Transaction& tx, const Decision& d) {
    tx.db().run("UPDATE decision SET noticed_on = $2 WHERE id = $1", d.id, d.noticed_on);
}

std::vector<Decision> decisions_of(sql::Connection& db, Id<Process> process) {
    std::vector<Decision> decisions;
    for (const auto& row : db.run("SELECT * FROM decision WHERE process_id = $1 ORDER BY number", process))
        decisions.push_back(decision_from(row));
    return decisions;
}

std::optional<Decision> decision_numbered(sql::Connection& db, Id<Process> process, int number) {
    return first(db.run("SELECT * FROM decision WHERE process_id = $1 AND number = $2", process, number));
}

std::optional<Decision> decision_since(sql::Connection& db, const Version& version) {
    return first(db.run(R"(
        SELECT d.* FROM decision d JOIN version v ON v.id = d.version_id
        WHERE v.document_id = $1 AND v.number >= $2 ORDER BY d.number LIMIT 1)",
        version.document, version.number));
}

std::optional<Decision> decision_on(sql::Connection& db, Id<Version> version) {
    return first(db.run("SELECT * FROM decision WHERE version_id = $1", version));
}

SamiConsultation add(sql::Transaction& tx, SamiConsultation c) {
    c.number = next_number_after(
        tx.db().run("SELECT number FROM sami_consultation WHERE process_id = $1 ORDER BY number DESC LIMIT 1",
            c.process));
    c.id = tx.db()
               .run(R"(
        INSERT INTO sami_consultation (process_id, number, counterpart, outcome, motive)
        VALUES ($1, $2, $3, $4, $5) RETURNING id)",
                   c.process, c.number, c.counterpart, name_of(c.outcome), c.motive)
               .front()
               .id<SamiConsultation>("id");
    return c;
}

void change(sql::Transaction& tx, const SamiConsultation& c) {
    tx.db().run("UPDATE sami_consultation SET counterpart = $2, outcome = $3, motive = $4 WHERE id = $1",
        c.id, c.counterpart, name_of(c.outcome), c.motive);
}

void add(sql::Transaction& tx, const SamiConsultation& c, const Event& event) {
    tx.db().run(R"(
        INSERT INTO sami_consultation_event (process_id, consultation_id, kind, day, text, digest)
        VALUES ($1, $2, $3, $4, $5, $6))",
        c.process, c.id, name_of(event.kind), event.day, event.text, event.digest);
}

std::vector<SamiConsultation> sami_consultations_of(sql::Connection& db, Id<Process> process) {
    std::vector<SamiConsultation> found;
    for (const auto& row :
        db.run("SELECT * FROM sami_consultation WHERE process_id = $1 ORDER BY number", process))
        found.push_back(consultation_from(db, row));
    return found;
}

std::optional<SamiConsultation> sami_consultation_numbered(
    sql::Connection& db, Id<Process> process, int number) {
    const auto rows =
        db.run("SELECT * FROM sami_consultation WHERE process_id = $1 AND number = $2", process, number);
    if (rows.empty()) return std::nullopt;
    return consultation_from(db, rows.front());
}

void add(sql::Transaction& tx, const Redaction& r) {
    tx.db().run(R"(
        INSERT INTO redaction (process_id, inspel_id, reason, letters, places, role, redacted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
        r.process, r.inspel, r.reason, r.letters, r.places, r.role, r.redacted_at);
}

std::vector<Redaction> redactions_of(sql::Connection& db, Id<Inspel> inspel) {
    std::vector<Redaction> found;
    for (const auto& row : db.run("SELECT * FROM redaction WHERE inspel_id = $1 ORDER BY id", inspel))
        found.push_back({row.id<Redaction>("id"), row.id<Process>("process_id"), inspel, row.text("reason"),
            row.integer("letters"), row.integer("places"), row.text("role"), row.instant("redacted_at")});
    return found;
}

}  // namespace medskapa::store
