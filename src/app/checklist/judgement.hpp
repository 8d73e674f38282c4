#pragma once

#include "app/act/act.hpp"
#include "app/checklist/lookup.hpp"
#include "domain/checklist/checklist.hpp"
#include "store/checklist/judgement_store.hpp"

namespace medskapa::app {

/// Writes down what a person has judged of a requirement of the process' version of a list; what was judged
/// before stays to be read. Refuses a requirement that is not in it, and evidence that is not there.
Result<Judgement> judge_requirement(Permitted<Action::edit_text>, const Judgement&, Day today);

/// The lists that a process follows: those that were valid on its first day.
std::vector<const Checklist*> checklists_of(sql::Connection&, Id<Process>, Day today);
/// The first day of the first step that has one; today where none has.
Day first_day_of(sql::Connection&, Id<Process>, Day today);

/// How a requirement stands: as a person has judged it, else as the site has found by itself.
struct RequirementState {
    const Requirement* requirement = nullptr;
    Judgement::Status status = Judgement::Status::missing;
    std::optional<LookedUp> looked_up = {};
    std::optional<Judgement> judged = {};
    std::optional<std::int64_t> grade_before = {};  // of the judgement before
    /// Whether a person says something else than what the site has found.
    bool is_overruled() const { return judged && looked_up && judged->status != looked_up->status; }
};
/// In the order of the list.
std::vector<RequirementState> states_of(sql::Connection&, Id<Process>, const Checklist&, const LookupTime&);

}  // namespace medskapa::app
