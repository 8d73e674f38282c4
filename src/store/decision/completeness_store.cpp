#include "store/decision/completeness_store.hpp"

#include "store/decision/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

std::int64_t counted(sql::Connection& db, Id<Process> process, Counter counter, std::string_view value) {
    const auto rows = db.run("SELECT n FROM tally WHERE process_id = $1 AND facet = $2 AND value = $3",
        process, name_of(counter), value);
    return rows.empty() ? 0 : rows.front().integer("n");
}

Unanswered unanswered_from(const sql::Row& row) {
    using Kind = Unanswered::Kind;
    const auto inspel = static_cast<int>(row.integer("number"));
    if (!row.is_null("position"))
        return {Kind::unanswered, inspel, static_cast<int>(row.integer("position")), row.text("issue_title")};
    const bool is_unread = named<Inspel::State>(row.text("state")) == Inspel::State::received;
    return {is_unread ? Kind::unread : Kind::unsplit, inspel, 0, row.text("shown_title")};
}

}  // namespace

Id<Waiver> add(sql::Transaction& tx, const Waiver& w) {
    return sql::insert<tables::waiver>(tx, w);
}

void add(sql::Transaction& tx, Id<Process> process, const AnswersDeclared& d) {
    sql::insert<tables::answers_declared>(tx, d, {{"process_id", process}});
}

Missing missing_in(sql::Connection& db, Id<Process> process) {
    const auto unsplit =
        db.run("SELECT count(*) AS n FROM inspel WHERE process_id = $1 AND state = $2 AND issue_count = 0",
              process, Inspel::State::published)
            .front()
            .integer("n");
    return {counted(db, process, Counter::state, name_of(Inspel::State::received)), unsplit,
        counted(db, process, Counter::issue, name_of(Outcome::waiting))};
}

Gate gate_of(sql::Connection& db, Id<Process> process) {
    return {missing_in(db, process), next_number(db, process) - 1,
        sql::first<tables::waiver>(db, "WHERE process_id = $1 ORDER BY id DESC LIMIT 1", process)};
}

std::vector<Unanswered> unanswered_in(
    sql::Connection& db, Id<Process> process, int after_inspel, int after_position, int limit) {
    std::vector<Unanswered> found;
    for (const auto& row : db.run(R"(
        SELECT i.number, i.state, i.shown_title, s.position, s.title AS issue_title
        FROM inspel i LEFT JOIN issue s ON s.inspel_id = i.id LEFT JOIN answer a ON a.id = s.answer_id
        WHERE i.process_id = $1
            AND (i.state = 'received' OR (i.state = 'published' AND a.published_at IS NULL))
            AND (i.number > $2 OR (i.number = $2 AND s.position > $3))
        ORDER BY i.number, s.position LIMIT $4)",
             process, after_inspel, after_position, limit))
        found.push_back(unanswered_from(row));
    return found;
}

std::optional<Waiver> find_waiver(sql::Connection& db, Id<Waiver> id) {
    return sql::first<tables::waiver>(db, "WHERE id = $1", id);
}

std::vector<Waiver> waivers_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::waiver>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::optional<AnswersDeclared> answers_declared(sql::Connection& db, Id<Process> process) {
    return sql::first<tables::answers_declared>(
        db, "WHERE process_id = $1 ORDER BY id DESC LIMIT 1", process);
}

sql::RowVersion version_of(Id<Process> process, const Gate& gate) {
    const auto& missing = gate.missing;
    return {fmt::format("gate/{}", process.value),
        fmt::format("{}.{}.{}.{}.{}", missing.unread, missing.unsplit, missing.unanswered, gate.newest_inspel,
            gate.waiver ? gate.waiver->id.value : 0)};
}

}  // namespace medskapa::store
