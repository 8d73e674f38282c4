#include "store/plan/plan_store.hpp"

#include "store/plan/columns.hpp"
#include "store/sql/rows.hpp"

#include <algorithm>

namespace medskapa::store {
namespace {

bool says_the_same(const PlanLine& one, const PlanLine& other) {
    return one.name == other.name && one.text == other.text && one.way == other.way;
}

/// What the next older edition says of it.
void add_wording(Promise& promise, PlanLine line, int edition) {
    if (promise.edition == 0) {
        promise.line = std::move(line);
        promise.edition = edition;
        return;
    }
    const auto& before = promise.earlier.empty() ? promise.line : promise.earlier.back().line;
    if (!says_the_same(before, line)) promise.earlier.push_back({edition, std::move(line)});
}

}  // namespace

Plan add(sql::Transaction& tx, Plan plan) {
    const auto rows = tx.db().run(
        "SELECT edition FROM plan WHERE process_id = $1 ORDER BY edition DESC LIMIT 1", plan.process);
    plan.edition = rows.empty() ? 1 : static_cast<int>(rows.front().integer("edition")) + 1;
    plan.id = sql::insert<tables::plan>(tx, plan);
    return plan;
}

void change(sql::Transaction& tx, const Plan& plan) {
    sql::change<tables::plan>(tx, plan);
}

PlanLine add(sql::Transaction& tx, PlanLine line) {
    if (line.number == 0) {
        const auto rows = tx.db().run(
            "SELECT number FROM plan_line WHERE process_id = $1 ORDER BY number DESC LIMIT 1", line.process);
        line.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    }
    line.id = sql::insert<tables::plan_line>(tx, line);
    return line;
}

void change(sql::Transaction& tx, const PlanLine& line) {
    sql::change<tables::plan_line>(tx, line);
}

void remove(sql::Transaction& tx, const PlanLine& line) {
    tx.db().run("DELETE FROM plan_line WHERE id = $1", line.id);
}

void remove(sql::Transaction& tx, const Plan& plan) {
    tx.db().run("DELETE FROM plan_line WHERE plan_id = $1", plan.id);
    tx.db().run("DELETE FROM plan WHERE id = $1", plan.id);
}

void add(sql::Transaction& tx, const PromiseOutcome& outcome) {
    sql::insert<tables::promise_outcome>(tx, outcome);
}

std::vector<Plan> published_plans(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::plan>(
        db, "WHERE process_id = $1 AND published_at IS NOT NULL ORDER BY edition DESC", process);
}

std::optional<Plan> newest_plan(sql::Connection& db, Id<Process> process) {
    return sql::first<tables::plan>(
        db, "WHERE process_id = $1 AND published_at IS NOT NULL ORDER BY edition DESC LIMIT 1", process);
}

std::optional<Plan> draft_plan(sql::Connection& db, Id<Process> process) {
    return sql::first<tables::plan>(db, "WHERE process_id = $1 AND published_at IS NULL", process);
}

std::optional<Plan> plan_edition(sql::Connection& db, Id<Process> process, int edition) {
    return sql::first<tables::plan>(
        db, "WHERE process_id = $1 AND edition = $2 AND published_at IS NOT NULL", process, edition);
}

std::vector<PlanLine> lines_of(sql::Connection& db, Id<Plan> plan) {
    auto lines = sql::all<tables::plan_line>(db, "WHERE plan_id = $1 ORDER BY number", plan);
    std::stable_sort(
        lines.begin(), lines.end(), [](const PlanLine& a, const PlanLine& b) { return a.kind < b.kind; });
    return lines;
}

std::optional<PlanLine> plan_line_numbered(sql::Connection& db, Id<Plan> plan, int number) {
    return sql::first<tables::plan_line>(db, "WHERE plan_id = $1 AND number = $2", plan, number);
}

std::vector<Promise> promises_of(sql::Connection& db, Id<Process> process) {
    std::map<int, Promise> found;
    const auto editions = published_plans(db, process);
    for (const auto& edition : editions)
        for (auto& line : lines_of(db, edition.id))
            if (line.promises()) add_wording(found[line.number], std::move(line), edition.edition);
    std::vector<Promise> promises;
    for (auto& [number, promise] : found) {
        promise.is_taken_away = promise.edition != editions.front().edition;
        promises.push_back(std::move(promise));
    }
    return promises;
}

std::vector<PromiseOutcome> outcomes_of(sql::Connection& db, Id<Process> process, int line) {
    return sql::all<tables::promise_outcome>(
        db, "WHERE process_id = $1 AND line = $2 ORDER BY id DESC", process, line);
}

std::map<int, PromiseOutcome> newest_outcomes(sql::Connection& db, Id<Process> process) {
    std::map<int, PromiseOutcome> newest;
    for (auto& one : sql::all<tables::promise_outcome>(db, "WHERE process_id = $1 ORDER BY id", process))
        newest[one.line] = std::move(one);
    return newest;
}

sql::RowVersion version_of_whole(sql::Connection& db, const Plan& plan) {
    return {"plan_as_whole/" + std::to_string(plan.id.value),
        sql::short_digest(text_of(plan, lines_of(db, plan.id)))};
}

}  // namespace medskapa::store
