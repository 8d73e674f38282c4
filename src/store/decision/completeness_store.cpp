#include "store/decision/completeness_store.hpp"

#include "store/decision/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/plan/gaps.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

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
    const auto gaps = gaps_before_decision(db, process);
    return {counted(db, process, Counter::state, name_of(Inspel::State::received)),
        counted(db, process, Counter::desk, name_of(Waiting::unsplit)),
        counted(db, process, Counter::issue, name_of(Outcome::waiting)),
        static_cast<std::int64_t>(gaps.size()), medskapa::lines_of(gaps)};
}

Gate gate_of(sql::Connection& db, Id<Process> process) {
    return {missing_in(db, process), next_number(db, process) - 1,
        sql::first<tables::waiver>(db, "WHERE process_id = $1 ORDER BY id DESC LIMIT 1", process)};
}

/// Three kinds, each in the order of an index: what is unread, what is not split, what has an issue that
/// waits.
std::vector<Unanswered> unanswered_in(
    sql::Connection& db, Id<Process> process, int after_inspel, int after_position, int limit) {
    const auto last = inspel_numbered(db, process, after_inspel);
    std::vector<Unanswered> found;
    for (const auto& row : db.run(R"(
        SELECT i.number, i.state, i.shown_title, s.position, s.title AS issue_title
        FROM (SELECT * FROM (SELECT id FROM inspel WHERE process_id = $1 AND state = 'received' AND id > $2
                  ORDER BY id LIMIT $4) unread
              UNION ALL SELECT * FROM (SELECT id FROM inspel WHERE process_id = $1 AND state = 'published'
                  AND issue_count = 0 AND id > $2 ORDER BY id LIMIT $4) unsplit
              UNION ALL SELECT * FROM (SELECT o.inspel_id AS id FROM inspel_outcome o JOIN inspel i
                  ON i.id = o.inspel_id AND i.state = 'published' WHERE o.process_id = $1
                  AND o.outcome = 'vantar' AND o.inspel_id >= $2 ORDER BY o.inspel_id LIMIT $4) waiting) lacking
        JOIN inspel i ON i.id = lacking.id LEFT JOIN issue s ON s.inspel_id = i.id
        LEFT JOIN answer a ON a.id = s.answer_id
        WHERE a.published_at IS NULL AND (i.id > $2 OR s.position > $3)
        ORDER BY i.id, s.position LIMIT $4)",
             process, last ? last->id.value : 0, after_position, limit))
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
        fmt::format("{}.{}.{}.{}.{}.{}", missing.unread, missing.unsplit, missing.unanswered,
            sql::short_digest(missing.gaps), gate.newest_inspel, gate.waiver ? gate.waiver->id.value : 0)};
}

}  // namespace medskapa::store
