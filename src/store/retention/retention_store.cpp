#include "store/retention/retention_store.hpp"

#include "store/retention/columns.hpp"
#include "store/sql/rows.hpp"

#include <algorithm>

namespace medskapa::store {
namespace {

constexpr std::chrono::days rounds_kept{7};

/// Kinds are kept as words; on pages they come in the order of the enum.
void sort_by_kind(std::vector<RetentionRule>& rules) {
    std::stable_sort(rules.begin(), rules.end(),
        [](const RetentionRule& a, const RetentionRule& b) { return a.kind < b.kind; });
}

}  // namespace

Id<RetentionRule> add(sql::Transaction& tx, const RetentionRule& rule) {
    return sql::insert<tables::retention_rule>(tx, rule);
}

void change(sql::Transaction& tx, const RetentionRule& rule) {
    sql::change<tables::retention_rule>(tx, rule);
}

std::vector<RetentionRule> retention_in_force(sql::Connection& db) {
    auto rules = sql::all<tables::retention_rule>(db, "WHERE ended_at IS NULL ORDER BY process_id, id");
    sort_by_kind(rules);
    return rules;
}

std::optional<RetentionRule> retention_in_force(
    sql::Connection& db, Id<Process> process, RetentionKind kind) {
    return sql::first<tables::retention_rule>(
        db, "WHERE ended_at IS NULL AND COALESCE(process_id, 0) = $1 AND kind = $2", process.value, kind);
}

std::vector<RetentionRule> retention_rules(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::retention_rule>(
        db, "WHERE COALESCE(process_id, 0) IN (0, $1) ORDER BY id DESC", process.value);
}

bool has_round(sql::Connection& db, Day today) {
    return !db.run("SELECT 1 AS found FROM retention_round WHERE day = $1", today).empty();
}

bool has_seen_days_before(sql::Connection& db, Day today) {
    for (auto back = std::chrono::days{1}; back <= retention_waits; ++back)
        if (!has_round(db, today - back)) return false;
    return true;
}

void note_round(sql::Transaction& tx, Day today) {
    tx.db().run("INSERT INTO retention_round (day) VALUES ($1) ON CONFLICT (day) DO NOTHING", today);
    tx.db().run("DELETE FROM retention_round WHERE day < $1", today - rounds_kept);
}

Id<RetentionErased> add(sql::Transaction& tx, const RetentionErased& erased) {
    return sql::insert<tables::retention_erased>(tx, erased);
}

std::vector<RetentionErased> retention_erased(sql::Connection& db, Id<Process> process, int limit) {
    std::vector<RetentionErased> all;
    for (const auto& row : db.run(R"(
            SELECT process_id, kind, day, decision, CAST(sum(things) AS BIGINT) AS things, max(log_place) AS log_place
            FROM retention_erased WHERE COALESCE(process_id, 0) IN (0, $1)
            GROUP BY process_id, kind, day, decision ORDER BY day DESC, kind, decision LIMIT $2)",
             process.value, limit))
        all.push_back({{}, row.id<Process>("process_id"), named<RetentionKind>(row.text("kind")),
            row.day("day"), row.text("decision"), row.integer("things"), row.integer("log_place")});
    return all;
}

}  // namespace medskapa::store
