#include "store/inspel/inspel_store.hpp"

namespace medskapa::store {
namespace {

void change_outcome(
    sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, Outcome outcome, std::int64_t change) {
    tx.db().run(R"(
        INSERT INTO inspel_outcome (process_id, outcome, inspel_id, issues) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, outcome, inspel_id) DO UPDATE SET issues = inspel_outcome.issues + excluded.issues)",
        process, outcome, inspel, change);
    tx.db().run(
        "DELETE FROM inspel_outcome WHERE process_id = $1 AND outcome = $2 AND inspel_id = $3 AND issues = 0",
        process, outcome, inspel);
}

}  // namespace

OutcomeCounts outcomes_of(sql::Connection& db, Id<Inspel> inspel) {
    OutcomeCounts counts;
    for (const auto& row : db.run("SELECT outcome, issues FROM inspel_outcome WHERE inspel_id = $1", inspel))
        counts[named<Outcome>(row.text("outcome"))] = row.integer("issues");
    return counts;
}

void count(
    sql::Transaction& tx, Id<Process> process, Counter counter, std::string_view value, std::int64_t change) {
    tx.db().run(R"(
        INSERT INTO tally (process_id, facet, value, n) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, facet, value) DO UPDATE SET n = tally.n + excluded.n)",
        process, name_of(counter), value, change);
}

void count_published(sql::Transaction& tx, const Inspel& i, std::int64_t change) {
    count(tx, i.process, Counter::topic, std::to_string(i.topic.value), change);
    count(tx, i.process, Counter::municipality, i.municipality, change);
    count(tx, i.process, Counter::actor, name_of(i.actor_kind), change);
    count(tx, i.process, Counter::concerns, i.concerns, change);
    count(tx, i.process, Counter::step, std::to_string(i.step.value), change);
    for (const auto& [outcome, issues] : outcomes_of(tx.db(), i.id))
        count(tx, i.process, Counter::issue, name_of(outcome), change * issues);
}

void move_outcome(sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, bool is_published,
    std::optional<Outcome> from, std::optional<Outcome> to) {
    if (from) change_outcome(tx, process, inspel, *from, -1);
    if (to) change_outcome(tx, process, inspel, *to, 1);
    if (from && is_published) count(tx, process, Counter::issue, name_of(*from), -1);
    if (to && is_published) count(tx, process, Counter::issue, name_of(*to), 1);
}

Tally tally_of(sql::Connection& db, Id<Process> process, Counter counter) {
    Tally tally;
    for (const auto& row :
        db.run("SELECT value, n FROM tally WHERE process_id = $1 AND facet = $2", process, name_of(counter)))
        tally[row.text("value")] = row.integer("n");
    return tally;
}

}  // namespace medskapa::store
