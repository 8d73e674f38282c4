#include "app/issue/taking_back.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "domain/field.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/issue_store.hpp"

namespace medskapa::app {
namespace {

/// Whether the answers were declared complete, or something was decided, since the answer was public.
bool is_relied_on(const Act& act, const Answer& answer) {
    const auto declared = store::answers_declared(act.db(), act.process().id);
    if (declared && declared->declared_at >= *answer.published_at) return true;
    const auto decisions = store::decisions_of(act.db(), act.process().id);
    return !decisions.empty() && decisions.back().recorded_at >= *answer.published_at;
}

bool is_corrected(const Act& act, const Answer& answer) {
    return !store::corrections_of(act.db(), Correction::Kind::answer, answer.id.value).empty();
}

void wait_again(const Act& act, const Issue& issue, const Answer& answer, store::Counts& counts) {
    const auto inspel = store::find_inspel(act.db(), issue.inspel).value();
    store::move_outcome(tx(act), issue.process, issue.inspel, inspel.state == Inspel::State::published,
        answer.outcome, Outcome::waiting, counts);
    counts.add(store::Counter::desk, name_of(store::Waiting::held), 1);
    record(act, EntryType::issue_answer_taken_back,
        part_named(object_named(ObjectKind::inspel, inspel.public_id), ObjectKind::issue, issue.position));
}

Result<Answer> taken_back(const Act& act, Answer answer) {
    if (!can_take_back(answer, act.now()) || is_corrected(act, answer) || is_relied_on(act, answer))
        return refuse(Failure::Kind::conflict,
            {{Field::change_reason, N_("It is too late to take the answer back. Change it, and say why")}});
    answer.published_at.reset();
    store::change(tx(act), answer);  // first: what is due is read from it
    store::Counts counts;
    for (const auto& one : store::issues_with(act.db(), answer.id)) wait_again(act, one, answer, counts);
    counts.add(store::Counter::desk, name_of(store::Waiting::answers), 1);
    counts.keep(tx(act), act.process().id);
    return answer;
}

}  // namespace

Result<Answer> take_back_answer(Permitted<Action::publish_answers> act, Id<Issue> id) {
    const auto issue = store::find_issue(act.db(), act.process().id, id);
    const auto answer = issue ? store::find_answer(act.db(), issue->answer) : std::nullopt;
    if (!answer) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::answer>(act, *answer, {answer->text});
    return taken_back(act, *answer);
}

Result<Answer> take_back_published(Permitted<Action::publish_answers> act, Id<Answer> id, Instant published) {
    const auto answer = store::find_answer(act.db(), id);
    const auto issues = answer ? store::issues_with(act.db(), id) : std::vector<Issue>{};
    if (issues.empty() || issues.front().process != act.process().id) return refuse(Failure::Kind::not_found);
    if (answer->published_at != published) return refuse(Failure::Kind::conflict);
    return taken_back(act, *answer);
}

}  // namespace medskapa::app
