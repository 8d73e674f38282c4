#include "app/assessment/assessment.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/checklist/evidence.hpp"
#include "domain/field.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/assessment/columns.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/plan/gaps.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::string object(const Assessment& assessment) {
    return object_named(ObjectKind::assessment, assessment.number);
}

std::optional<Assessment> assessment_of(const Act& act, int number) {
    return store::assessment_numbered(act.db(), act.process().id, number);
}

const AssessmentStep* step_of(const Assessment& assessment, const std::string& code) {
    const auto* its = template_of_version(all_assessment_templates(), assessment.kind, assessment.version);
    return its == nullptr ? nullptr : its->step(code);
}

/// A step about conflicts is answered by naming one, or by saying that there is none and how one looked.
std::vector<Complaint> faults_of(
    const Act& act, const Assessment& assessment, const AssessmentStep& step, const StepAnswer& answer) {
    auto complaints = unknown_evidence(act.db(), act.process().id, answer.evidence);
    if (step.kind != AssessmentStep::Kind::conflicts) return complaints;
    const bool has_conflicts = !store::conflicts_of(act.db(), assessment.id).empty();
    if (answer.outcome == StepAnswer::Outcome::answered && !has_conflicts)
        complaints.push_back({Field::outcome, N_("Name a goal conflict first, or choose \"Not relevant\" and "
                                                 "write how you looked for one")});
    if (answer.outcome == StepAnswer::Outcome::not_relevant && has_conflicts)
        complaints.push_back({Field::outcome, N_("The assessment names goal conflicts. Choose \"Answered\" "
                                                 "and write how you looked for them")});
    return complaints;
}

StepAnswer kept(const Act& act, const Assessment& assessment, StepAnswer answer) {
    answer.process = assessment.process;
    answer.assessment = assessment.id;
    answer.role = act.role();
    answer.answered_at = act.now();
    return store::add(tx(act), answer, store::basis_now(act.db(), assessment));
}

std::optional<AssessedParagraph> paragraph_of(
    const Act& act, const Assessment& assessment, const std::string& code) {
    const auto node = store::node_named(act.db(), act.process().id, code);
    if (!node) return std::nullopt;
    for (const auto& one : store::paragraphs_of(act.db(), assessment.id))
        if (one.node == node->node.id) return one;
    return std::nullopt;
}

void record_words(const Act& act, EntryType type, const Assessment& assessment) {
    LogRecord entry{type, object(assessment), {{"subject", assessment.subject}, {"role", assessment.role}}};
    if (type == EntryType::assessment_begun)
        entry.said = {{"template", assessment.kind}, {"version", assessment.version}};
    if (assessment.due) entry.said.push_back({"due", time::iso(*assessment.due)});
    record(act, entry);
}

}  // namespace

Result<Assessment> begin_assessment(Permitted<Action::edit_text> act, const Assessment& typed, Day today) {
    const auto* its = template_on(all_assessment_templates(), typed.kind, today);
    if (its == nullptr) return refuse(Failure::Kind::invalid, {{Field::kind, N_("Choose an assessment")}});
    auto assessment = checked(typed);
    if (!assessment) return assessment;
    assessment->process = act.process().id;
    assessment->version = its->version;
    assessment->begun_at = act.now();
    *assessment = store::add(tx(act), *assessment);
    record_words(act, EntryType::assessment_begun, *assessment);
    return assessment;
}

Result<Assessment> change_assessment(Permitted<Action::edit_text> act, const Assessment& typed) {
    auto standing = assessment_of(act, typed.number);
    if (!standing) return refuse(Failure::Kind::not_found);
    standing->subject = typed.subject;
    standing->role = typed.role;
    standing->due = typed.due;
    auto assessment = checked(*std::move(standing));
    if (!assessment) return assessment;
    store::change(tx(act), *assessment);
    record_words(act, EntryType::assessment_changed, *assessment);
    return assessment;
}

Result<AssessedParagraph> assess_paragraph(
    Permitted<Action::edit_text> act, int number, const std::string& paragraph) {
    const auto assessment = assessment_of(act, number);
    if (!assessment) return refuse(Failure::Kind::not_found);
    const auto node = store::node_named(act.db(), act.process().id, paragraph);
    if (!node || !store::is_public(act.db(), node->node.id))
        return refuse(Failure::Kind::invalid,
            {{Field::paragraph,
                N_("There is no paragraph \"{}\" that everybody can read. Write the code of one in a frozen "
                   "version, for example RUS-2.1-p1"),
                {paragraph}}});
    if (paragraph_of(act, *assessment, paragraph))
        return refuse(Failure::Kind::conflict,
            {{Field::paragraph, N_("The assessment is about {} already"), {paragraph}}});
    const AssessedParagraph linked{{}, act.process().id, assessment->id, node->node.id, act.now()};
    store::add(tx(act), linked);
    record(act,
        {EntryType::assessment_paragraph_added, object(*assessment), {}, {{"paragraph", node->node.code}}});
    return linked;
}

Result<AssessedParagraph> stop_assessing_paragraph(
    Permitted<Action::edit_text> act, int number, const std::string& paragraph) {
    const auto assessment = assessment_of(act, number);
    if (!assessment) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::assessment>(act, *assessment, {assessment->subject});
    const auto linked = paragraph_of(act, *assessment, paragraph);
    if (!linked)
        return refuse(Failure::Kind::conflict,
            {{Field::paragraph, N_("The assessment is not about that paragraph any more")}});
    store::remove(tx(act), *linked);
    record(
        act, {EntryType::assessment_paragraph_removed, object(*assessment), {}, {{"paragraph", paragraph}}});
    return *linked;
}

Result<StepAnswer> answer_step(
    Permitted<Action::edit_text> act, int number, const StepAnswer& typed, Day today) {
    const auto assessment = assessment_of(act, number);
    const auto* step = assessment ? step_of(*assessment, typed.step) : nullptr;
    if (step == nullptr) return refuse(Failure::Kind::not_found);
    auto answer = checked(typed, *step, today);
    if (!answer) return answer;
    if (auto faults = faults_of(act, *assessment, *step, *answer); !faults.empty())
        return refuse(Failure::Kind::invalid, std::move(faults));
    answer->is_looked_at = false;
    *answer = kept(act, *assessment, *answer);
    LogRecord entry{EntryType::assessment_answered, object(*assessment),
        {{"answer", answer->text}, {"evidence", answer->evidence}},
        {{"step", answer->step}, {"outcome", std::string{name_of(answer->outcome)}}}};
    if (answer->day) entry.committed.push_back({"day", time::iso(*answer->day)});
    record(act, entry);
    return answer;
}

Result<StepAnswer> look_at_answer(Permitted<Action::edit_text> act, int number, const std::string& step) {
    const auto assessment = assessment_of(act, number);
    const auto* asked = assessment ? step_of(*assessment, step) : nullptr;
    if (asked == nullptr) return refuse(Failure::Kind::not_found);
    const auto known = store::answers_of(act.db(), assessment->id, step);
    if (known.empty()) return refuse(Failure::Kind::not_found);
    demand_seen(act, version_of_step(act.db(), *assessment, known.front()), {known.front().text});
    auto bases = store::newest_bases(act.db(), assessment->id);
    const auto now = store::basis_now(act.db(), *assessment);
    const ChangedSince changed{!store::changed_since(act.db(), now, bases[known.front().id.value]).empty(),
        !store::replaced_since(act.db(), known.front()).empty()};
    if (standing_of(*asked, known.front(), changed) != StepStanding::old)
        return refuse(Failure::Kind::conflict,
            {{Field::answer, N_("The text and the data are as they were when the step was answered")}});
    auto answer = known.front();
    answer.is_looked_at = true;
    answer = kept(act, *assessment, answer);
    record(act, {EntryType::assessment_looked_at, object(*assessment), {}, {{"step", step}}});
    return answer;
}

Result<GoalConflict> write_conflict(Permitted<Action::edit_text> act, int number, const GoalConflict& typed) {
    const auto assessment = assessment_of(act, number);
    const auto known = assessment && typed.number > 0
                           ? store::conflict_numbered(act.db(), assessment->id, typed.number)
                           : std::nullopt;
    if (!assessment || (typed.number > 0 && !known)) return refuse(Failure::Kind::not_found);
    auto conflict = checked(typed);
    if (!conflict) return conflict;
    conflict->id = known ? known->id : Id<GoalConflict>{};
    conflict->process = act.process().id;
    conflict->assessment = assessment->id;
    conflict->role = act.role();
    conflict->noted_at = act.now();
    if (known)
        store::change(tx(act), *conflict);
    else
        *conflict = store::add(tx(act), *conflict);
    record(act, {EntryType::assessment_conflict_written, object(*assessment),
                    {{"name", conflict->name}, {"goal", conflict->goal}, {"against", conflict->against},
                        {"weighing", conflict->weighing}},
                    {{"conflict", std::to_string(conflict->number)}}});
    return conflict;
}

sql::RowVersion version_of_step(sql::Connection& db, const Assessment& assessment, const StepAnswer& answer) {
    auto all = std::to_string(answer.id.value);
    for (const auto& one : store::basis_now(db, assessment))
        all += ' ' + std::to_string(one.node.value) + ':' + std::to_string(one.revision.value);
    for (const auto& one : store::replaced_since(db, answer)) all += ' ' + one;
    return {"step_answer_and_text/" + std::to_string(assessment.id.value) + '/' + answer.step,
        sql::short_digest(all)};
}

}  // namespace medskapa::app
