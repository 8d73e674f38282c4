#pragma once

#include "domain/assessment/assessment.hpp"
#include "store/sql/columns.hpp"

/// The columns of impact assessments: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto assessment = sql::table<"assessment", Assessment>({
    {"id", internal, key<&Assessment::id>},
    {"process_id", open, fixed<&Assessment::process>},
    {"number", open, fixed<&Assessment::number>},
    {"kind", open, fixed<&Assessment::kind>},
    {"version", open, fixed<&Assessment::version>},
    {"subject", open, changes<&Assessment::subject>},
    {"role", open, changes<&Assessment::role>},
    {"due", open, changes<&Assessment::due>},
    {"begun_at", open, fixed<&Assessment::begun_at>},
});

inline constexpr auto assessed_paragraph = sql::table<"assessed_paragraph", AssessedParagraph>({
    {"id", internal, key<&AssessedParagraph::id>},
    {"process_id", open, fixed<&AssessedParagraph::process>},
    {"assessment_id", open, fixed<&AssessedParagraph::assessment>},
    {"node_id", open, fixed<&AssessedParagraph::node>},
    {"linked_at", open, fixed<&AssessedParagraph::linked_at>},
});

inline constexpr auto step_answer = sql::table<"step_answer", StepAnswer>({
    {"id", internal, key<&StepAnswer::id>},
    {"process_id", open, fixed<&StepAnswer::process>},
    {"assessment_id", open, fixed<&StepAnswer::assessment>},
    {"step", open, fixed<&StepAnswer::step>},
    {"outcome", open, fixed<&StepAnswer::outcome>},
    {"text", open, fixed<&StepAnswer::text>},
    {"evidence", open, fixed<&StepAnswer::evidence>},
    {"day", open, fixed<&StepAnswer::day>},
    {"is_looked_at", open, fixed<&StepAnswer::is_looked_at>},
    {"role", open, fixed<&StepAnswer::role>},
    {"answered_at", open, fixed<&StepAnswer::answered_at>},
});

inline constexpr auto answer_basis = sql::table<"answer_basis", AnswerBasis>({
    {"id", internal, key<&AnswerBasis::id>},
    {"process_id", open, fixed<&AnswerBasis::process>},
    {"answer_id", open, fixed<&AnswerBasis::answer>},
    {"node_id", open, fixed<&AnswerBasis::node>},
    {"revision_id", internal, fixed<&AnswerBasis::revision>},
});

inline constexpr auto goal_conflict = sql::table<"goal_conflict", GoalConflict>({
    {"id", internal, key<&GoalConflict::id>},
    {"process_id", open, fixed<&GoalConflict::process>},
    {"assessment_id", open, fixed<&GoalConflict::assessment>},
    {"number", open, fixed<&GoalConflict::number>},
    {"name", open, changes<&GoalConflict::name>},
    {"goal", open, changes<&GoalConflict::goal>},
    {"against", open, changes<&GoalConflict::against>},
    {"weighing", open, changes<&GoalConflict::weighing>},
    {"role", open, changes<&GoalConflict::role>},
    {"noted_at", open, changes<&GoalConflict::noted_at>},
});

}  // namespace medskapa::store::tables
