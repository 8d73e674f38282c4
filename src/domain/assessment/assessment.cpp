#include "domain/assessment/assessment.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_text = 20'000;

void clean_line(Complaints& complaints, Field field, std::string& words) {
    words = text::one_line(text::cleaned(words));
    if (text::length(words) > longest_line)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_line}});
}

void clean_text(Complaints& complaints, Field field, std::string& words) {
    words = text::trimmed(text::cleaned(words));
    if (text::length(words) > longest_text)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_text}});
}

template <class T>
Result<T> refused_or(T thing, Complaints complaints) {
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    return thing;
}

void need_ground(Complaints& complaints, const StepAnswer& answer) {
    using Outcome = StepAnswer::Outcome;
    if (answer.text.empty())
        complaints.push_back({Field::answer, answer.outcome == Outcome::answered
                                                 ? N_("Write the answer. Everybody can read it")
                                                 : N_("Write why. Everybody can read it")});
    if (answer.outcome == Outcome::answered && answer.evidence.empty())
        complaints.push_back({Field::evidence, N_("Name at least one thing that shows it: an analysis, a "
                                                  "dataset, an inspel, a paragraph or an https address")});
}

void need_day(Complaints& complaints, const StepAnswer& answer, const AssessmentStep& step, Day today) {
    const bool is_needed = step.needs_day && answer.outcome == StepAnswer::Outcome::answered;
    if (is_needed && !answer.day) complaints.push_back({Field::date, N_("Write on which day it was done")});
    if (answer.day && *answer.day > today)
        complaints.push_back({Field::date, N_("Choose a day that has been")});
}

}  // namespace

std::string reference(const Assessment& assessment) {
    return "KB-" + std::to_string(assessment.number);
}

Result<Assessment> checked(Assessment assessment) {
    Complaints complaints;
    clean_line(complaints, Field::concerns, assessment.subject);
    if (assessment.subject.empty())
        complaints.push_back({Field::concerns, N_("Write what is assessed, for example the whole strategy")});
    clean_line(complaints, Field::role, assessment.role);
    return refused_or(std::move(assessment), std::move(complaints));
}

Result<StepAnswer> checked(StepAnswer answer, const AssessmentStep& step, Day today) {
    Complaints complaints;
    clean_text(complaints, Field::answer, answer.text);
    clean_text(complaints, Field::evidence, answer.evidence);
    if (!step.needs_day) answer.day.reset();
    if (answer.outcome == StepAnswer::Outcome::stopped && step.kind != AssessmentStep::Kind::stop)
        complaints.push_back({Field::outcome, N_("Choose one of these")});
    need_ground(complaints, answer);
    need_day(complaints, answer, step, today);
    return refused_or(std::move(answer), std::move(complaints));
}

Result<GoalConflict> checked(GoalConflict conflict) {
    Complaints complaints;
    clean_line(complaints, Field::name, conflict.name);
    if (conflict.name.empty())
        complaints.push_back({Field::name, N_("Give it a name by which people can talk about it")});
    clean_text(complaints, Field::text, conflict.goal);
    if (conflict.goal.empty()) complaints.push_back({Field::text, N_("Write what the one goal wants")});
    clean_text(complaints, Field::objections, conflict.against);
    if (conflict.against.empty())
        complaints.push_back({Field::objections, N_("Write what it costs the other goal")});
    clean_text(complaints, Field::motive, conflict.weighing);
    return refused_or(std::move(conflict), std::move(complaints));
}

StepStanding standing_of(
    const AssessmentStep& step, const std::optional<StepAnswer>& newest, const ChangedSince& changed) {
    if (!newest) return StepStanding::missing;
    if ((step.follows_text && changed.has_other_words) || changed.has_other_data) return StepStanding::old;
    switch (newest->outcome) {
        case StepAnswer::Outcome::stopped: return StepStanding::stopped;
        case StepAnswer::Outcome::not_relevant: return StepStanding::not_relevant;
        case StepAnswer::Outcome::answered: break;
    }
    return StepStanding::met;
}

}  // namespace medskapa
