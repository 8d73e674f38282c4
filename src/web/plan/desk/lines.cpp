#include "app/plan/plan.hpp"
#include "store/plan/columns.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/plan/addresses.hpp"
#include "web/plan/desk/pages.hpp"
#include "web/plan/views.hpp"
#include "web/site/desk/form.hpp"

#include <algorithm>

namespace medskapa::web::plan::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<PlanLine::Kind> asked_kind(const Visit& visit) {
    PlanLine::Kind kind{};
    if (!find_name<PlanLine::Kind>(visit.path.find("planned")->second, kind)) return std::nullopt;
    return kind;
}

/// The line of the draft that the address names.
std::optional<PlanLine> asked_line(const Visit& visit, sql::Connection& db) {
    const auto draft = store::draft_plan(db, visit.process->id);
    const auto number = Visit::number(visit.path.find("line")->second);
    const auto found = draft && number ? store::plan_line_numbered(db, draft->id, *number) : std::nullopt;
    return found && found->kind == asked_kind(visit) ? found : std::nullopt;
}

Values values_of(const std::optional<PlanLine>& line) {
    Values values;
    if (!line) return values;
    site::desk::put(values, "titel", line->name);
    site::desk::put(values, "text", line->text);
    site::desk::put(values, "kanal", line->way);
    site::desk::put(values, "dag", line->day);
    values["slag"] = line->template_code;
    values["gors"] = line->is_promised ? "ja" : "";
    return values;
}

std::vector<ui::Choice> template_choices(const Visit& visit) {
    std::vector<ui::Choice> choices;
    for (const auto* one : templates_on(all_assessment_templates(), visit.today()))
        choices.push_back({one->code, one->title.in(visit.words.language())});
    return choices;
}

struct Asked {
    std::string title;
    std::string name = {};
    std::string text = {};
};

/// What a line of the kind asks for.
Asked asked_of(PlanLine::Kind kind, const Words& words) {
    switch (kind) {
        case PlanLine::Kind::decision:
            return {words("A decision to be made"), words("What is decided?"), words("Who decides?")};
        case PlanLine::Kind::occasion:
            return {words("A day"), words("What happens?"), words("More about it")};
        case PlanLine::Kind::group:
            return {words("Who is affected"), words("Who?"), words("How are they affected?")};
        case PlanLine::Kind::alternative:
            return {words("An alternative"), words("What else could be done?"), words("What would it mean?")};
        case PlanLine::Kind::assessment: break;
    }
    return {words("An assessment"), {}, words("Why, or why not?")};
}

void add_assessment(site::desk::Form& form, const Visit& visit) {
    form.one({"slag", visit.words("Assessment"), Kind::choice, Needed::yes, {}, template_choices(visit)});
    form.one({"gors", visit.words("It is done"), Kind::tick, Needed::no,
        visit.words("Without a tick: it is not done, and you write why not.")});
}

Html removal(const Visit& visit, const PlanLine& line) {
    return post_button(visit,
        visit.href(address::remove_plan_line, std::string{name_of(line.kind)}, line.number),
        ui::submit(visit.words("Take it out of the draft"), ui::Weight::quiet), {},
        {sql::version_of<store::tables::plan_line>(line)});
}

site::desk::Form form_of(const Visit& visit, PlanLine::Kind kind) {
    const auto& words = visit.words;
    const auto asked = asked_of(kind, words);
    site::desk::Form form{asked.title, words("A line of the plan's draft.")};
    form.home = {visit.href(address::desk_plan), words("Plan for participation")};
    if (kind == PlanLine::Kind::assessment)
        add_assessment(form, visit);
    else
        form.in_each_language({"titel", asked.name, Kind::line, Needed::yes}, visit);
    form.in_each_language(
        {"text", asked.text, Kind::text, kind == PlanLine::Kind::occasion ? Needed::no : Needed::yes}, visit);
    if (kind == PlanLine::Kind::group)
        form.in_each_language(
            {"kanal", words("In which way can they take part?"), Kind::text, Needed::yes,
                words("It is a promise: write what you can keep. What comes of it will stand "
                      "next to it.")},
            visit);
    if (kind == PlanLine::Kind::decision || kind == PlanLine::Kind::occasion)
        form.one(
            {"dag", words("Day"), Kind::day, kind == PlanLine::Kind::occasion ? Needed::yes : Needed::no});
    if (const auto known = asked_line(visit, visit.db)) form.after = removal(visit, *known);
    return form;
}

Result<PlanLine> line_from(const Visit& visit, PlanLine::Kind kind, const Values& values) {
    site::desk::Reader in{values};
    PlanLine line;
    line.number = Visit::number(visit.path.find("line")->second).value_or(0);
    line.kind = kind;
    line.name = in.localized("titel");
    line.text = in.localized("text");
    line.way = in.localized("kanal");
    line.day = in.day("dag");
    line.template_code = in.line("slag");
    line.is_promised = in.is_ticked("gors");
    return in.finished(line);
}

/// A promise to a group that the address names.
std::optional<store::Promise> asked_promise(const Visit& visit) {
    const auto number = Visit::number(visit.path.find("promise")->second).value_or(0);
    for (auto& one : store::promises_of(visit.db, visit.process->id))
        if (one.line.number == number && one.line.kind == PlanLine::Kind::group) return one;
    return std::nullopt;
}

Values values_of_outcome(sql::Connection& db, Id<Process> process, int line) {
    const auto all = store::outcomes_of(db, process, line);
    if (all.empty()) return {};
    return {{"lage", std::string{name_of(all.front().status)}}, {"kommentar", all.front().text},
        {"underlag", all.front().evidence}};
}

site::desk::Form promise_form(const Visit& visit, const store::Promise& promise) {
    const auto& words = visit.words;
    site::desk::Form form{words("What came of the promise to {}", visit.in(promise.line.name)),
        words("Promised: {}", visit.in(promise.line.way))};
    form.home = {visit.href(address::desk_plan), words("Plan for participation")};
    form.one({"lage", words("How did it go?"), Kind::choice, Needed::yes, {},
        ui::choices_of<PromiseOutcome::Status>(words)});
    form.one({"kommentar", words("What was done"), Kind::text, Needed::yes,
        words("Everybody can read it. What you wrote before stays to be read.")});
    form.one({"underlag", words("What shows it"), Kind::text, Needed::no,
        words(
            "A reference on each line: event-12 (a meeting), I-12 (an inspel), RUS-2.1-p1 (a paragraph), or "
            "an https address.")});
    return form;
}

Result<PromiseOutcome> outcome_from(const store::Promise& promise, const Values& values) {
    site::desk::Reader in{values};
    PromiseOutcome outcome;
    outcome.line = promise.line.number;
    outcome.status = in.choice<PromiseOutcome::Status>("lage");
    outcome.text = in.line("kommentar");
    outcome.evidence = in.line("underlag");
    return in.finished(outcome);
}

}  // namespace

Response line(const Visit& visit) {
    const auto kind = asked_kind(visit);
    if (!kind || !store::draft_plan(visit.db, visit.process->id))
        return problem(visit, Failure::Kind::not_found);
    return site::desk::form_of_known(
        visit, form_of(visit, *kind), values_of(asked_line(visit, visit.db)), "line");
}

Response save_line(const Visit& visit) {
    const auto kind = asked_kind(visit);
    if (!kind) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit, *kind), [&](const Values& typed) { return line_from(visit, *kind, typed); },
        [&](sql::Connection& db) { return values_of(asked_line(visit, db)); },
        [&](auto& act, const PlanLine& typed) { return app::write_plan_line(act, typed); });
}

Response remove_line(const Visit& visit) {
    const auto known = asked_line(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& act) { return app::remove_plan_line(act, known->number); });
    return result ? see_other(visit.href(address::desk_plan)) : problem(visit, result.error().kind);
}

Response promise(const Visit& visit) {
    const auto asked = asked_promise(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto values = values_of_outcome(visit.db, visit.process->id, asked->line.number);
    return site::desk::form_page(visit, promise_form(visit, *asked), values, values);
}

Response judge(const Visit& visit) {
    const auto asked = asked_promise(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, promise_form(visit, *asked), [&](const Values& typed) { return outcome_from(*asked, typed); },
        [&](sql::Connection& db) { return values_of_outcome(db, visit.process->id, asked->line.number); },
        [&](auto& act, const PromiseOutcome& typed) { return app::judge_promise(act, typed); });
}

}  // namespace medskapa::web::plan::desk
