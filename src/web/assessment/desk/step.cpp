#include "app/assessment/assessment.hpp"
#include "store/assessment/assessment_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/desk/asked.hpp"
#include "web/assessment/desk/pages.hpp"
#include "web/assessment/views.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::assessment::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

/// The step that the address names, and how it stands now.
struct Asked {
    store::OpenedAssessment opened;
    store::OpenedStep step;
};

std::optional<Asked> asked_for(const Visit& visit) {
    const auto known = asked_assessment(visit, visit.db);
    if (!known) return std::nullopt;
    auto opened = store::opened(visit.db, *known);
    for (auto& one : opened.steps)
        if (one.step->code == visit.path.find("question")->second) {
            auto step = one;
            return Asked{std::move(opened), std::move(step)};
        }
    return std::nullopt;
}

/// With the words of the paragraphs: who answers has read those that stand.
Values values_of(sql::Connection& db, const Asked& asked) {
    const auto& assessment = asked.opened.assessment;
    Values values;
    const auto answers = store::answers_of(db, assessment.id, asked.step.step->code);
    const auto newest = answers.empty() ? StepAnswer{} : answers.front();
    values["om-texten"] = app::version_of_step(db, assessment, newest).version;
    if (answers.empty()) return values;
    values["utfall"] = name_of(newest.outcome);
    values["svar"] = newest.text;
    values["underlag"] = newest.evidence;
    site::desk::put(values, "dag", newest.day);
    return values;
}

/// A stop is offered at stop points alone.
std::vector<ui::Choice> outcome_choices(const AssessmentStep& step, const Words& words) {
    auto choices = ui::choices_of<StepAnswer::Outcome>(words);
    if (step.kind != AssessmentStep::Kind::stop)
        std::erase_if(choices,
            [](const ui::Choice& one) { return one.value == name_of(StepAnswer::Outcome::stopped); });
    return choices;
}

/// What has changed since the answer, and the way to say that it holds.
Html changed_part(const Visit& visit, const Asked& asked) {
    if (asked.step.standing != StepStanding::old) return {};
    const auto& words = visit.words;
    const auto& assessment = asked.opened.assessment;
    const auto button =
        post_button(visit, visit.href(address::look_at_answer, assessment.number, asked.step.step->code),
            ui::submit(words("I have looked: the answer still holds"), ui::Weight::quiet), {},
            {app::version_of_step(visit.db, assessment, *asked.step.answer)});
    return ui::notice(
        ui::Tone::warn, html("<p>{}</p>{}{}", words("The step was answered about other words or other data."),
                            changed_view(visit, asked.step), button));
}

site::desk::Form form_of(const Visit& visit, const Asked& asked) {
    const auto& words = visit.words;
    const auto& step = *asked.step.step;
    site::desk::Form form{title_of(step, words), step.help.in(words.language())};
    form.home = desk_link(visit, asked.opened.assessment);
    form.before = changed_part(visit, asked);
    form.one({"utfall", words("How does the step stand?"), Kind::choice, Needed::yes, {},
        outcome_choices(step, words)});
    form.one({"svar", words("The answer"), Kind::text, Needed::yes,
        words("Everybody can read it. Of what is not relevant, and of a stop: why.")});
    form.one({"underlag", words("What shows it"), Kind::text, Needed::no,
        words("A reference on each line: A-17 (an analysis), D-4 (a dataset), I-12 (an inspel), P-3 (a "
              "priority), event-12 (a meeting), RUS-2.1-p1 (a paragraph), or an https address. Needed unless "
              "the step is not relevant or says stop.")});
    if (step.needs_day) form.one({"dag", words("On which day it was done"), Kind::day});
    return form;
}

Result<StepAnswer> answer_from(const Asked& asked, const Values& values) {
    site::desk::Reader in{values};
    StepAnswer answer;
    answer.step = asked.step.step->code;
    answer.outcome = in.choice<StepAnswer::Outcome>("utfall");
    answer.text = in.line("svar");
    answer.evidence = in.line("underlag");
    if (asked.step.step->needs_day) answer.day = in.day("dag");
    return in.finished(answer);
}

}  // namespace

Response step(const Visit& visit) {
    const auto asked = asked_for(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto values = values_of(visit.db, *asked);
    return site::desk::form_page(visit, form_of(visit, *asked), values, values);
}

Response answer(const Visit& visit) {
    const auto asked = asked_for(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit, *asked), [&](const Values& typed) { return answer_from(*asked, typed); },
        [&](sql::Connection& db) { return values_of(db, *asked); },
        [&](auto& act, const StepAnswer& typed) {
            return app::answer_step(act, asked->opened.assessment.number, typed, visit.today());
        });
}

Response look_at(const Visit& visit) {
    const auto asked = asked_for(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto number = asked->opened.assessment.number;
    const auto& code = asked->step.step->code;
    const auto result = visit.write([&](auto& act) { return app::look_at_answer(act, number, code); });
    if (result) return see_other(visit.href(address::edit_assessment, number));
    if (result.error().complaints.empty()) return problem(visit, result.error().kind);
    const auto values = values_of(visit.db, *asked);
    return site::desk::again(
        visit, form_of(visit, *asked), values, values, {Failure::Kind::invalid, result.error().complaints});
}

}  // namespace medskapa::web::assessment::desk
