#pragma once

#include "app/act/act.hpp"
#include "domain/plan/plan.hpp"

/// What is done with the plan for participation and assessment.
namespace medskapa::app {

/// A draft of the next edition, which the staff alone reads: with all that the newest says, where there is
/// one. Refuses a second draft.
Result<Plan> begin_plan(Permitted<Action::edit_text>);
/// The draft's own words.
Result<Plan> change_plan(Permitted<Action::edit_text>, const Plan& typed);
/// A line of the draft; a new one where it has no number. Refuses a second line about the same assessment.
Result<PlanLine> write_plan_line(Permitted<Action::edit_text>, const PlanLine& typed);
/// Takes a line out of the draft. Demands that it was seen.
Result<PlanLine> remove_plan_line(Permitted<Action::edit_text>, int line);
/// Deletes the draft, which nobody but the staff has read. Demands that the whole was seen.
Result<Plan> discard_plan(Permitted<Action::edit_text>);
/// Everybody can read the draft from then on, and it never changes. The log commits to all that it says.
/// Refuses one that lacks something. Demands that the whole was seen.
Result<Plan> publish_plan(Permitted<Action::edit_text>, Day today);

/// Writes down what became of a promise to a group; what was found before stays to be read. Refuses a line
/// that no published edition promises, and evidence that is not there.
Result<PromiseOutcome> judge_promise(Permitted<Action::edit_text>, const PromiseOutcome& typed);

}  // namespace medskapa::app
