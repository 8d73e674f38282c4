#include "app/checklist/judgement.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/checklist/evidence.hpp"
#include "domain/field.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

const Checklist* list_of(const Act& act, Checklist::Kind kind, Day today) {
    for (const auto* list : checklists_of(act.db(), act.process().id, today))
        if (list->kind == kind) return list;
    return nullptr;
}

}  // namespace

Result<Judgement> judge_requirement(Permitted<Action::edit_text> act, const Judgement& typed, Day today) {
    const auto* list = list_of(act, typed.list, today);
    if (list == nullptr || list->requirement(typed.code) == nullptr) return refuse(Failure::Kind::not_found);
    auto judgement = checked(typed, *list);
    if (!judgement) return judgement;
    if (const auto unknown = unknown_evidence(act.db(), act.process().id, judgement->evidence);
        !unknown.empty())
        return refuse(Failure::Kind::invalid, unknown);
    judgement->process = act.process().id;
    judgement->version = list->version;
    judgement->role = act.role();
    judgement->judged_at = act.now();
    *judgement = store::add(tx(act), *judgement);
    const auto name = std::string{name_of(judgement->list)} + "." + judgement->code;
    record(act, {EntryType::requirement_judged, object_named(ObjectKind::requirement, name),
                    {{"comment", judgement->comment}, {"evidence", judgement->evidence}},
                    {{"version", judgement->version}, {"status", std::string{name_of(judgement->status)}}}});
    return judgement;
}

std::vector<const Checklist*> checklists_of(sql::Connection& db, Id<Process> process, Day today) {
    return checklists_on(all_checklists(), first_day_of(db, process, today));
}

Day first_day_of(sql::Connection& db, Id<Process> process, Day today) {
    auto first = today;
    for (const auto& step : store::steps_of(db, process))
        if (step.period.starts && !step.withdrawn) first = std::min(first, *step.period.starts);
    return first;
}

std::vector<RequirementState> states_of(
    sql::Connection& db, Id<Process> process, const Checklist& list, const LookupTime& at) {
    const auto newest = store::newest_judgements(db, process, list.kind);
    std::vector<RequirementState> states;
    for (const auto& requirement : list.requirements) {
        RequirementState state;
        state.requirement = &requirement;
        state.looked_up = look_up(db, process, requirement.rule, at);
        if (state.looked_up) state.status = state.looked_up->status;
        if (const auto found = newest.find(requirement.code); found != newest.end()) {
            state.judged = found->second.newest;
            state.status =
                is_too_old(*state.judged, list, at.now) ? Judgement::Status::old : state.judged->status;
            if (found->second.before) state.grade_before = found->second.before->grade;
        }
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace medskapa::app
