#include "store/inspel/inspel_store.hpp"
#include "store/inspel/share_store.hpp"

#include <algorithm>
#include <charconv>

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

/// What is counted of an inspel besides its marks.
struct CountedInspel {
    Id<Process> process;
    bool is_published = false;
    std::int64_t issues = 0;
    std::optional<Day> due;
};

CountedInspel standing_of(sql::Connection& db, Id<Inspel> id) {
    const auto rows = db.run("SELECT process_id, state, issue_count, due_on FROM inspel WHERE id = $1", id);
    const auto& row = rows.at(0);
    return {row.id<Process>("process_id"), row.text("state") == name_of(Inspel::State::published),
        row.integer("issue_count"), row.day_if("due_on")};
}

std::string word_of(Day day) {
    return std::to_string(day.time_since_epoch().count());
}

void add_due(Counts& counts, std::optional<Day> due, std::int64_t change) {
    if (due) counts.add(Counter::due, word_of(*due), change);
}

void follow_due_day(sql::Transaction& tx, Id<Inspel> inspel, Counts& counts) {
    const auto due = tx.db()
                         .run(R"(
        SELECT min(s.deadline) AS due FROM issue s LEFT JOIN answer a ON a.id = s.answer_id
        WHERE s.inspel_id = $1 AND a.published_at IS NULL)",
                             inspel)
                         .at(0)
                         .day_if("due");
    const auto standing = standing_of(tx.db(), inspel);
    if (due == standing.due) return;
    tx.db().run("UPDATE inspel SET due_on = $2 WHERE id = $1", inspel, due);
    if (!standing.is_published) return;
    add_due(counts, standing.due, -1);
    add_due(counts, due, 1);
}

void count_unsplit(sql::Transaction& tx, Id<Process> process, std::int64_t change) {
    count(tx, process, Counter::desk, name_of(Waiting::unsplit), change);
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
    const auto standing = standing_of(tx.db(), i.id);
    Counts counts;
    add_due(counts, standing.due, change);
    counts.keep(tx, i.process);
    if (standing.issues == 0) count_unsplit(tx, i.process, change);
    const auto share = share_of(tx.db(), i.id);
    add_to_share(tx, i.id, change > 0 ? share : -share);
}

void Counts::keep(sql::Transaction& tx, Id<Process> process) {
    for (const auto& [what, change] : changes_)
        if (change != 0) count(tx, process, what.first, what.second, change);
    // Days go by: those that nothing is due on any more are not kept.
    if (std::any_of(changes_.begin(), changes_.end(),
            [](const auto& one) { return one.first.first == Counter::due && one.second < 0; }))
        tx.db().run(
            "DELETE FROM tally WHERE process_id = $1 AND facet = $2 AND n = 0", process, Counter::due);
    changes_.clear();
}

void move_outcome(sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, bool is_published,
    std::optional<Outcome> from, std::optional<Outcome> to, Counts& counts) {
    if (from) change_outcome(tx, process, inspel, *from, -1);
    if (to) change_outcome(tx, process, inspel, *to, 1);
    if (from && is_published) counts.add(Counter::issue, name_of(*from), -1);
    if (to && is_published) counts.add(Counter::issue, name_of(*to), 1);
    follow_due_day(tx, inspel, counts);
}

void move_outcome(sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, bool is_published,
    std::optional<Outcome> from, std::optional<Outcome> to) {
    Counts counts;
    move_outcome(tx, process, inspel, is_published, from, to, counts);
    counts.keep(tx, process);
}

void follow_due_day(sql::Transaction& tx, Id<Inspel> inspel) {
    Counts counts;
    follow_due_day(tx, inspel, counts);
    counts.keep(tx, standing_of(tx.db(), inspel).process);
}

void count_issue(sql::Transaction& tx, Id<Inspel> inspel, std::int64_t change) {
    tx.db().run("UPDATE inspel SET issue_count = issue_count + $2 WHERE id = $1", inspel, change);
    const auto standing = standing_of(tx.db(), inspel);
    if (!standing.is_published) return;
    const bool was_unsplit = standing.issues == change;
    if (was_unsplit) count_unsplit(tx, standing.process, -1);
    if (standing.issues == 0) count_unsplit(tx, standing.process, 1);
    add_to_share(tx, inspel, {0, change, 0, 0});
}

Tally tally_of(sql::Connection& db, Id<Process> process, Counter counter) {
    Tally tally;
    for (const auto& row :
        db.run("SELECT value, n FROM tally WHERE process_id = $1 AND facet = $2", process, name_of(counter)))
        tally[row.text("value")] = row.integer("n");
    return tally;
}

std::int64_t counted(sql::Connection& db, Id<Process> process, Counter counter, std::string_view value) {
    const auto rows = db.run("SELECT n FROM tally WHERE process_id = $1 AND facet = $2 AND value = $3",
        process, name_of(counter), value);
    return rows.empty() ? 0 : rows.front().integer("n");
}

std::int64_t late_inspel(sql::Connection& db, Id<Process> process, Day today) {
    std::int64_t late = 0;
    for (const auto& [word, n] : tally_of(db, process, Counter::due)) {
        int day = 0;
        std::from_chars(word.data(), word.data() + word.size(), day);
        if (Day{std::chrono::days{day}} < today) late += n;
    }
    return late;
}

}  // namespace medskapa::store
