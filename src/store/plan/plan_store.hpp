#pragma once

#include "domain/plan/plan.hpp"
#include "store/sql/version.hpp"

#include <map>
#include <optional>
#include <vector>

namespace medskapa::store {

/// A new edition.
Plan add(sql::Transaction&, Plan);
void change(sql::Transaction&, const Plan&);
/// Gives it the next number of its process where it has none.
PlanLine add(sql::Transaction&, PlanLine);
void change(sql::Transaction&, const PlanLine&);
void remove(sql::Transaction&, const PlanLine&);
/// With all its lines.
void remove(sql::Transaction&, const Plan&);
void add(sql::Transaction&, const PromiseOutcome&);

/// Those that are published, the newest first.
std::vector<Plan> published_plans(sql::Connection&, Id<Process>);
std::optional<Plan> newest_plan(sql::Connection&, Id<Process>);
std::optional<Plan> draft_plan(sql::Connection&, Id<Process>);
std::optional<Plan> plan_edition(sql::Connection&, Id<Process>, int edition);

/// By kind, in the order of the kinds, and number.
std::vector<PlanLine> lines_of(sql::Connection&, Id<Plan>);
std::optional<PlanLine> plan_line_numbered(sql::Connection&, Id<Plan>, int number);

/// A promise as it was last published, and whether a later edition took it away.
struct Promise {
    PlanLine line = {};
    int edition = 0;  // the last that has it
    bool is_taken_away = false;
    /// How earlier editions had it, where that was otherwise; the newest first.
    struct Wording {
        int edition = 0;  // the last that had it so
        PlanLine line = {};
    };
    std::vector<Wording> earlier = {};
};
/// All that a published edition has ever promised, by number: a promise that was dropped is no secret.
std::vector<Promise> promises_of(sql::Connection&, Id<Process>);

/// All of a promise, the newest first.
std::vector<PromiseOutcome> outcomes_of(sql::Connection&, Id<Process>, int line);
/// The newest of each promise, by the line's number.
std::map<int, PromiseOutcome> newest_outcomes(sql::Connection&, Id<Process>);

/// The plan with all its lines, as a page showed it.
sql::RowVersion version_of_whole(sql::Connection&, const Plan&);

}  // namespace medskapa::store
