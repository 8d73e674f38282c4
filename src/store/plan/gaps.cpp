#include "store/plan/gaps.hpp"

#include "base/text.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/plan/plan_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace medskapa::store {
namespace {

using Gaps = std::vector<AssessmentGap>;
using When = AssessmentStep::When;

AssessmentGap::Kind kind_of(StepStanding standing) {
    if (standing == StepStanding::old) return AssessmentGap::Kind::old;
    return standing == StepStanding::stopped ? AssessmentGap::Kind::stopped : AssessmentGap::Kind::unanswered;
}

bool is_settled(StepStanding standing) {
    return standing == StepStanding::met || standing == StepStanding::not_relevant;
}

void add_steps(Gaps& gaps, const OpenedAssessment& opened, When when) {
    for (const auto& one : opened.steps)
        if (one.step->when == when && !is_settled(one.standing))
            gaps.push_back({kind_of(one.standing), opened.assessment.kind, opened.assessment.number,
                one.step->code, one.answer ? one.answer->id : Id<StepAnswer>{}});
}

void add_unlinked(Gaps& gaps, const OpenedAssessment& opened) {
    if (opened.lacks_paragraphs())
        gaps.push_back({AssessmentGap::Kind::unlinked, opened.assessment.kind, opened.assessment.number, {}});
}

/// The dataset that the reference rests on: "A-17" an analysis of one, "D-4" one itself.
Id<Dataset> dataset_of(sql::Connection& db, Id<Process> process, const std::string& reference) {
    const auto number_after = [&](std::string_view prefix) {
        int number = 0;
        const auto digits = std::string_view{reference}.substr(std::min(prefix.size(), reference.size()));
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return reference.starts_with(prefix) && fault == std::errc{} ? number : 0;
    };
    if (const auto number = number_after("A-")) {
        const auto run = run_numbered(db, process, number);
        return run ? run->dataset : Id<Dataset>{};
    }
    const auto dataset = dataset_numbered(db, number_after("D-"));
    return dataset ? dataset->id : Id<Dataset>{};
}

void add_conflicts(Gaps& gaps, const OpenedAssessment& opened) {
    for (const auto& one : opened.conflicts)
        if (one.weighing.empty())
            gaps.push_back(
                {AssessmentGap::Kind::unweighed, opened.assessment.kind, opened.assessment.number, one.name});
}

void add_promised(
    Gaps& gaps, sql::Connection& db, Id<Process> process, const std::vector<OpenedAssessment>& begun) {
    const auto plan = newest_plan(db, process);
    if (!plan) return;
    for (const auto& line : lines_of(db, plan->id)) {
        if (line.kind != PlanLine::Kind::assessment || !line.is_promised) continue;
        const bool is_begun = std::any_of(begun.begin(), begun.end(),
            [&](const OpenedAssessment& one) { return one.assessment.kind == line.template_code; });
        if (!is_begun) gaps.push_back({AssessmentGap::Kind::not_begun, line.template_code, 0, {}});
    }
}

}  // namespace

std::size_t OpenedAssessment::count_of(StepStanding standing, When when) const {
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(),
        [&](const OpenedStep& one) { return one.standing == standing && one.step->when == when; }));
}

bool OpenedAssessment::lacks_paragraphs() const {
    return paragraphs.empty() && std::any_of(steps.begin(), steps.end(), [](const OpenedStep& one) {
        return one.step->follows_text && one.answer && one.answer->outcome == StepAnswer::Outcome::answered;
    });
}

bool OpenedAssessment::is_done() const {
    return !lacks_paragraphs() && std::all_of(steps.begin(), steps.end(), [](const OpenedStep& one) {
        return one.step->when != When::before_decision || is_settled(one.standing);
    }) && std::all_of(conflicts.begin(), conflicts.end(), [](const GoalConflict& one) {
        return !one.weighing.empty();
    });
}

std::vector<std::string> replaced_since(sql::Connection& db, const StepAnswer& answer) {
    std::vector<std::string> replaced;
    for (const auto& line : text::split(answer.evidence, '\n')) {
        const auto reference = text::one_line(line);
        const auto dataset = dataset_of(db, answer.process, reference);
        const auto newest = dataset ? newest_instead_of(db, dataset) : std::nullopt;
        if (newest && newest->imported_at > answer.answered_at) replaced.push_back(reference);
    }
    return replaced;
}

OpenedAssessment opened(sql::Connection& db, const Assessment& assessment) {
    OpenedAssessment found;
    found.assessment = assessment;
    found.its_template = template_of_version(all_assessment_templates(), assessment.kind, assessment.version);
    if (found.its_template == nullptr)
        throw std::logic_error{"no template " + assessment.kind + " " + assessment.version};
    found.paragraphs = paragraphs_of(db, assessment.id);
    found.conflicts = conflicts_of(db, assessment.id);
    const auto newest = newest_answers(db, assessment.id);
    const auto now = basis_now(db, assessment);
    auto bases = newest_bases(db, assessment.id);
    for (const auto& step : found.its_template->steps) {
        OpenedStep one{&step};
        if (const auto known = newest.find(step.code); known != newest.end()) {
            one.answer = known->second;
            one.changed = changed_since(db, now, bases[one.answer->id.value]);
            one.replaced = replaced_since(db, *one.answer);
        }
        one.standing = standing_of(step, one.answer, {!one.changed.empty(), !one.replaced.empty()});
        found.steps.push_back(std::move(one));
    }
    return found;
}

std::vector<OpenedAssessment> opened_assessments(sql::Connection& db, Id<Process> process) {
    std::vector<OpenedAssessment> all;
    for (const auto& one : assessments_of(db, process)) all.push_back(opened(db, one));
    return all;
}

Gaps gaps_before_decision(sql::Connection& db, Id<Process> process) {
    return gaps_before_decision(db, process, opened_assessments(db, process));
}

Gaps gaps_before_decision(
    sql::Connection& db, Id<Process> process, const std::vector<OpenedAssessment>& begun) {
    Gaps gaps;
    add_promised(gaps, db, process, begun);
    for (const auto& one : begun) {
        add_steps(gaps, one, When::before_decision);
        add_unlinked(gaps, one);
        add_conflicts(gaps, one);
    }
    return gaps;
}

Gaps gaps_at_adoption(sql::Connection& db, Id<Process> process) {
    Gaps gaps;
    for (const auto& one : opened_assessments(db, process)) add_steps(gaps, one, When::at_adoption);
    return gaps;
}

}  // namespace medskapa::store
