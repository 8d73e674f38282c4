#include "store/decision/decision_store.hpp"

#include "store/decision/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

using Event = SamiConsultation::Event;

SamiConsultation with_events(sql::Connection& db, SamiConsultation consultation) {
    consultation.events = sql::all<tables::sami_consultation_event>(
        db, "WHERE consultation_id = $1 ORDER BY day, id", consultation.id);
    return consultation;
}

/// Decisions and consultations are numbered from one in each process.
int next_number_after(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

}  // namespace

Decision add(sql::Transaction& tx, Decision d) {
    d.number = next_number_after(tx.db().run(
        "SELECT number FROM decision WHERE process_id = $1 ORDER BY number DESC LIMIT 1", d.process));
    d.id = sql::insert<tables::decision>(tx, d);
    return d;
}

void change(sql::Transaction& tx, const Decision& d) {
    sql::change<tables::decision>(tx, d);
}

std::vector<Decision> decisions_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::decision>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::optional<Decision> decision_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::decision>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<Decision> decision_since(sql::Connection& db, const Version& version) {
    return sql::first<tables::decision>(db, R"(
        WHERE version_id IN (SELECT id FROM version WHERE document_id = $1 AND number >= $2)
        ORDER BY number LIMIT 1)",
        version.document, version.number);
}

std::optional<Decision> decision_on(sql::Connection& db, Id<Version> version) {
    return sql::first<tables::decision>(db, "WHERE version_id = $1", version);
}

SamiConsultation add(sql::Transaction& tx, SamiConsultation c) {
    c.number = next_number_after(
        tx.db().run("SELECT number FROM sami_consultation WHERE process_id = $1 ORDER BY number DESC LIMIT 1",
            c.process));
    c.id = sql::insert<tables::sami_consultation>(tx, c);
    return c;
}

void change(sql::Transaction& tx, const SamiConsultation& c) {
    sql::change<tables::sami_consultation>(tx, c);
}

void add(sql::Transaction& tx, const SamiConsultation& c, const Event& event) {
    sql::insert<tables::sami_consultation_event>(
        tx, event, {{"process_id", c.process}, {"consultation_id", c.id}});
}

std::vector<SamiConsultation> sami_consultations_of(sql::Connection& db, Id<Process> process) {
    auto found = sql::all<tables::sami_consultation>(db, "WHERE process_id = $1 ORDER BY number", process);
    for (auto& one : found) one = with_events(db, std::move(one));
    return found;
}

std::optional<SamiConsultation> sami_consultation_numbered(
    sql::Connection& db, Id<Process> process, int number) {
    auto found =
        sql::first<tables::sami_consultation>(db, "WHERE process_id = $1 AND number = $2", process, number);
    if (!found) return std::nullopt;
    return with_events(db, *std::move(found));
}

sql::RowVersion version_of_notice(const Decision& decision) {
    return {"notice/" + std::to_string(decision.id.value),
        decision.noticed_on ? medskapa::time::iso(*decision.noticed_on) : "none"};
}

}  // namespace medskapa::store
