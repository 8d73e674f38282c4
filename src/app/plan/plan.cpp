#include "app/plan/plan.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/checklist/evidence.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/plan/columns.hpp"
#include "store/plan/plan_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::string object(const Plan& plan) {
    return object_named(ObjectKind::plan, plan.edition);
}

std::optional<Plan> draft_of(const Act& act) {
    return store::draft_plan(act.db(), act.process().id);
}

/// Whether another line of the draft speaks of the same assessment.
bool stands_twice(const Act& act, const Plan& plan, const PlanLine& line) {
    const auto lines = store::lines_of(act.db(), plan.id);
    return line.kind == PlanLine::Kind::assessment &&
           std::any_of(lines.begin(), lines.end(), [&](const PlanLine& one) {
               return one.number != line.number && one.template_code == line.template_code;
           });
}

void record_line(const Act& act, const Plan& plan, const PlanLine& line) {
    LogRecord entry{EntryType::plan_line_written, object(plan),
        {{"name", line.name.original()}, {"text", line.text.original()}, {"way", line.way.original()}},
        {{"line", std::to_string(line.number)}, {"kind", std::string{name_of(line.kind)}}}};
    if (line.day) entry.committed.push_back({"day", time::iso(*line.day)});
    if (!line.template_code.empty())
        entry.committed.push_back({line.is_promised ? "promised" : "not_promised", line.template_code});
    record(act, entry);
}

const store::Promise* promise_numbered(const std::vector<store::Promise>& all, int number) {
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const store::Promise& one) { return one.line.number == number; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

Result<Plan> begin_plan(Permitted<Action::edit_text> act) {
    if (draft_of(act))
        return refuse(
            Failure::Kind::conflict, {{Field::text, N_("There is a draft already. Go on with that")}});
    const auto newest = store::newest_plan(act.db(), act.process().id);
    Plan plan = newest.value_or(Plan{});
    plan.process = act.process().id;
    plan.changed.clear();
    plan.published_at.reset();
    plan = store::add(tx(act), plan);
    if (newest)
        for (auto line : store::lines_of(act.db(), newest->id)) {
            line.plan = plan.id;
            store::add(tx(act), line);
        }
    record(act, EntryType::plan_begun, object(plan));
    return plan;
}

Result<Plan> change_plan(Permitted<Action::edit_text> act, const Plan& typed) {
    auto draft = draft_of(act);
    if (!draft) return refuse(Failure::Kind::not_found);
    draft->purpose = typed.purpose;
    draft->open_to = typed.open_to;
    draft->fixed = typed.fixed;
    draft->changed = typed.changed;
    auto plan = checked(*std::move(draft));
    if (!plan) return plan;
    store::change(tx(act), *plan);
    record(act, EntryType::plan_changed, object(*plan),
        {{"purpose", plan->purpose.original()}, {"open_to", plan->open_to.original()},
            {"fixed", plan->fixed.original()}, {"changed", plan->changed}});
    return plan;
}

Result<PlanLine> write_plan_line(Permitted<Action::edit_text> act, const PlanLine& typed) {
    const auto draft = draft_of(act);
    if (!draft) return refuse(Failure::Kind::not_found);
    const auto known =
        typed.number > 0 ? store::plan_line_numbered(act.db(), draft->id, typed.number) : std::nullopt;
    if (typed.number > 0 && (!known || known->kind != typed.kind)) return refuse(Failure::Kind::not_found);
    auto line = checked(typed);
    if (!line) return line;
    if (stands_twice(act, *draft, *line))
        return refuse(
            Failure::Kind::invalid, {{Field::kind, N_("The plan speaks of that assessment already")}});
    line->id = known ? known->id : Id<PlanLine>{};
    line->process = act.process().id;
    line->plan = draft->id;
    if (known)
        store::change(tx(act), *line);
    else
        *line = store::add(tx(act), *line);
    record_line(act, *draft, *line);
    return line;
}

Result<PlanLine> remove_plan_line(Permitted<Action::edit_text> act, int number) {
    const auto draft = draft_of(act);
    const auto line = draft ? store::plan_line_numbered(act.db(), draft->id, number) : std::nullopt;
    if (!line) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::plan_line>(act, *line, {line->name.original()});
    store::remove(tx(act), *line);
    record(act, {EntryType::plan_line_removed, object(*draft), {}, {{"line", std::to_string(number)}}});
    return *line;
}

Result<Plan> discard_plan(Permitted<Action::edit_text> act) {
    const auto draft = draft_of(act);
    if (!draft) return refuse(Failure::Kind::not_found);
    demand_seen(act, store::version_of_whole(act.db(), *draft));
    store::remove(tx(act), *draft);
    record(act, EntryType::plan_discarded, object(*draft));
    return *draft;
}

Result<Plan> publish_plan(Permitted<Action::edit_text> act, Day today) {
    auto draft = draft_of(act);
    if (!draft) return refuse(Failure::Kind::not_found);
    demand_seen(act, store::version_of_whole(act.db(), *draft));
    const auto lines = store::lines_of(act.db(), draft->id);
    if (auto lacks = lacks_of(*draft, lines, all_assessment_templates(), today); !lacks.empty())
        return refuse(Failure::Kind::conflict, std::move(lacks));
    draft->published_at = act.now();
    store::change(tx(act), *draft);
    const auto digest = sha256(text_of(*draft, lines));
    record(act, {EntryType::plan_published, object(*draft), {}, {{"sha256", base64(as_text(digest))}}});
    return *draft;
}

Result<PromiseOutcome> judge_promise(Permitted<Action::edit_text> act, const PromiseOutcome& typed) {
    const auto promises = store::promises_of(act.db(), act.process().id);
    const auto* promise = promise_numbered(promises, typed.line);
    if (promise == nullptr || promise->line.kind != PlanLine::Kind::group)
        return refuse(Failure::Kind::not_found);
    auto outcome = checked(typed);
    if (!outcome) return outcome;
    if (auto unknown = unknown_evidence(act.db(), act.process().id, outcome->evidence); !unknown.empty())
        return refuse(Failure::Kind::invalid, std::move(unknown));
    outcome->process = act.process().id;
    outcome->edition = promise->edition;
    outcome->role = act.role();
    outcome->noted_at = act.now();
    store::add(tx(act), *outcome);
    record(act,
        {EntryType::plan_promise_judged, object_named(ObjectKind::plan, promise->edition),
            {{"done", outcome->text}, {"evidence", outcome->evidence}},
            {{"line", std::to_string(outcome->line)}, {"status", std::string{name_of(outcome->status)}}}});
    return outcome;
}

}  // namespace medskapa::app
