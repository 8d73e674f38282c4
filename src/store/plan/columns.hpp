#pragma once

#include "domain/plan/plan.hpp"
#include "store/sql/columns.hpp"

/// The columns of the plan for participation and assessment: see sql/columns.hpp. What is open of a draft is
/// given out when it is published: see open_data/public_tables.cpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto plan = sql::table<"plan", Plan>({
    {"id", internal, key<&Plan::id>},
    {"process_id", open, fixed<&Plan::process>},
    {"edition", open, fixed<&Plan::edition>},
    {"purpose", open, changes<&Plan::purpose>},
    {"open_to", open, changes<&Plan::open_to>},
    {"fixed", open, changes<&Plan::fixed>},
    {"changed", open, changes<&Plan::changed>},
    {"published_at", open, changes<&Plan::published_at>},
});

inline constexpr auto plan_line = sql::table<"plan_line", PlanLine>({
    {"id", internal, key<&PlanLine::id>},
    {"process_id", open, fixed<&PlanLine::process>},
    {"plan_id", open, fixed<&PlanLine::plan>},
    {"number", open, fixed<&PlanLine::number>},
    {"kind", open, fixed<&PlanLine::kind>},
    {"name", open, changes<&PlanLine::name>},
    {"text", open, changes<&PlanLine::text>},
    {"way", open, changes<&PlanLine::way>},
    {"day", open, changes<&PlanLine::day>},
    {"template_code", open, changes<&PlanLine::template_code>},
    {"is_promised", open, changes<&PlanLine::is_promised>},
});

inline constexpr auto promise_outcome = sql::table<"promise_outcome", PromiseOutcome>({
    {"id", internal, key<&PromiseOutcome::id>},
    {"process_id", open, fixed<&PromiseOutcome::process>},
    {"line", open, fixed<&PromiseOutcome::line>},
    {"status", open, fixed<&PromiseOutcome::status>},
    {"text", open, fixed<&PromiseOutcome::text>},
    {"evidence", open, fixed<&PromiseOutcome::evidence>},
    {"role", open, fixed<&PromiseOutcome::role>},
    {"noted_at", open, fixed<&PromiseOutcome::noted_at>},
    {"edition", open, fixed<&PromiseOutcome::edition>},
});

}  // namespace medskapa::store::tables
