#include "app/plan/plan.hpp"
#include "web/assessment/note.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/plan/addresses.hpp"
#include "web/plan/desk/pages.hpp"
#include "web/plan/views.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::plan::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

Values values_of(const std::optional<Plan>& plan) {
    Values values;
    if (!plan) return values;
    site::desk::put(values, "text", plan->purpose);
    site::desk::put(values, "val", plan->open_to);
    site::desk::put(values, "stallning", plan->fixed);
    values["andringsskal"] = plan->changed;
    return values;
}

Result<Plan> plan_from(const Values& values) {
    site::desk::Reader in{values};
    Plan plan;
    plan.purpose = in.localized("text");
    plan.open_to = in.localized("val");
    plan.fixed = in.localized("stallning");
    plan.changed = in.line("andringsskal");
    return in.finished(plan);
}

Html name_view(const Visit& visit, const PlanLine& line) {
    if (line.kind != PlanLine::Kind::assessment) return ui::in_language(line.name, visit.words);
    return html("{}: {}", assessment::name_of_kind(visit, line.template_code),
        line.is_promised ? visit.words("yes") : visit.words("no"));
}

/// What a list of its kind is called.
std::string title_of(PlanLine::Kind kind, const Words& words) {
    switch (kind) {
        case PlanLine::Kind::decision: return words("Decisions to be made");
        case PlanLine::Kind::occasion: return words("Days");
        case PlanLine::Kind::group: return words("Who is affected, and how they can take part");
        case PlanLine::Kind::alternative: return words("Alternatives");
        case PlanLine::Kind::assessment: break;
    }
    return words("Assessments");
}

Html lines_part(const Visit& visit, const std::vector<PlanLine>& lines, PlanLine::Kind kind) {
    const std::string name{name_of(kind)};
    Html all;
    for (const auto& line : lines)
        if (line.kind == kind)
            all += html(R"(<li><a href="{}">{}</a></li>)",
                visit.href(address::edit_plan_line, name, line.number), name_view(visit, line));
    return html(R"(
<h2>{}</h2><ul>{}</ul><p>{}</p>)",
        title_of(kind, visit.words), all,
        ui::button_link(
            visit.href(address::edit_plan_line, name, "ny"), visit.words("Add one"), ui::Weight::small));
}

Html lacks_view(const Visit& visit, const std::vector<Complaint>& lacks) {
    return html("<p>{}</p><ul>{}</ul>", visit.words("Before it can be published:"),
        each(lacks, [&](const Complaint& one) { return html("<li>{}</li>", visit.words.complaint(one)); }));
}

std::string word_that_publishes(const Words& words) {
    return words.in("word to confirm with", "publish");
}

Html publish_part(const Visit& visit, const Plan& plan, const std::vector<PlanLine>& lines,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto lacks = lacks_of(plan, lines, all_assessment_templates(), visit.today());
    const auto content =
        lacks.empty() ? html("<p>{}</p>{}",
                            words("Everybody can read it from then on, and this edition never changes."),
                            post_form(visit,
                                {.action = visit.href(address::publish_plan),
                                    .fields = ui::confirm_field(word_that_publishes(words),
                                        words("It cannot be undone. What is new comes in another edition."),
                                        visit.field(ui::confirm_name), complaints, words),
                                    .button = ui::submit(words("Publish the plan"), ui::Weight::filled),
                                    .is_narrow = true,
                                    .seen = {store::version_of_whole(visit.db, plan)}}))
                      : lacks_view(visit, lacks);
    return html(R"(
<h2>{}</h2>{})",
        words("Publish"), content);
}

/// Promises to groups of published editions, with what came of each.
Html promises_part(const Visit& visit) {
    const auto& words = visit.words;
    const auto outcomes = store::newest_outcomes(visit.db, visit.process->id);
    ui::Table table{.caption = words("Promises"),
        .columns = {{words("To whom")}, {words("Promised")}, {words("What came of it")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : store::promises_of(visit.db, visit.process->id)) {
        if (one.line.kind != PlanLine::Kind::group) continue;
        const auto known = outcomes.find(one.line.number);
        table.rows.push_back(
            {html(R"(<a href="{}">{}</a>)", visit.href(address::judge_promise, one.line.number),
                 ui::in_language(one.line.name, words)),
                ui::in_language(one.line.way, words),
                known == outcomes.end() ? untold_view(words) : status_view(known->second.status, words)});
    }
    return table.rows.empty() ? Html{}
                              : html("\n<h2>{}</h2>{}", words("What came of the promises"), ui::table(table));
}

/// What nobody has read can go.
Html discard_part(const Visit& visit, const Plan& plan) {
    const auto& words = visit.words;
    return ui::guarded(words("Delete the draft"),
        words("All that it says is gone. Editions that are published stay."),
        post_button(visit, visit.href(address::discard_plan),
            ui::submit(words("Delete the draft"), ui::Weight::quiet), {},
            {store::version_of_whole(visit.db, plan)}));
}

Html parts_of(const Visit& visit, const Plan& plan, const ui::Complaints& complaints) {
    const auto lines = store::lines_of(visit.db, plan.id);
    Html all;
    for (const auto& name : names_of<PlanLine::Kind>) all += lines_part(visit, lines, name.value);
    all += html("{}{}", publish_part(visit, plan, lines, complaints), discard_part(visit, plan));
    return html("{}{}", all, promises_part(visit));
}

site::desk::Form form_of(const Visit& visit, const Plan& plan, const ui::Complaints& complaints = {}) {
    const auto& words = visit.words;
    site::desk::Form form{words("The plan, edition {}", plan.edition),
        words("A draft: the staff alone can read it. Save here, then add what is below.")};
    form.home = {visit.href(address::desk_plan), words("Plan for participation")};
    form.in_each_language(
        {"text", words("What is the plan for, and what is to come of it?"), Kind::text}, visit);
    form.in_each_language({"val", words("What can be influenced?"), Kind::text}, visit);
    form.in_each_language({"stallning", words("What is fixed?"), Kind::text}, visit);
    form.one({"andringsskal", words("What is new in this edition, and why"), Kind::text, Needed::no,
        words("Needed from the second edition on.")});
    form.after = parts_of(visit, plan, complaints);
    return form;
}

/// Where no draft is being written.
Response without_draft(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Plan for participation");
    const auto newest = store::newest_plan(visit.db, visit.process->id);
    const auto lead =
        newest
            ? words("Edition {} is published. A new edition begins with all that it says.", newest->edition)
            : words(
                  "The first that a process publishes: what is to be decided, who is affected and how they "
                  "can take part, and which assessments are done.");
    const auto body = html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{begin}
<p><a class="alone" href="{public}">{public_name}</a></p>
{promises})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title, "lead"_a = lead,
        "begin"_a = post_button(visit, visit.href(address::begin_plan),
            ui::submit(newest ? words("Begin a new edition") : words("Begin the plan"), ui::Weight::filled)),
        "public"_a = visit.href(address::plan_page),
        "public_name"_a = words("The page, as everybody sees it"), "promises"_a = promises_part(visit));
    return not_stored(page(desk_page(visit, title, body, "plan"), visit, status));
}

Response shown_again(const Visit& visit, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    const auto draft = store::draft_plan(visit.db, visit.process->id);
    if (!draft) return without_draft(visit, failure.complaints, status_of(failure.kind));
    const auto values = values_of(draft);
    return site::desk::again(visit, form_of(visit, *draft, failure.complaints), values, values,
        {Failure::Kind::invalid, failure.complaints});
}

}  // namespace

Response show(const Visit& visit) {
    const auto draft = store::draft_plan(visit.db, visit.process->id);
    if (!draft) return without_draft(visit, {}, 200);
    const auto values = values_of(draft);
    return site::desk::form_page(visit, form_of(visit, *draft), values, values);
}

Response save(const Visit& visit) {
    const auto draft = store::draft_plan(visit.db, visit.process->id);
    if (!draft) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit, *draft), [&](const Values& typed) { return plan_from(typed); },
        [&](sql::Connection& db) { return values_of(store::draft_plan(db, visit.process->id)); },
        [&](auto& act, const Plan& typed) { return app::change_plan(act, typed); });
}

Response begin(const Visit& visit) {
    const auto result = visit.write([](auto& act) { return app::begin_plan(act); });
    return result ? see_other(visit.href(address::desk_plan)) : shown_again(visit, result.error());
}

Response discard(const Visit& visit) {
    const auto result = visit.write([](auto& act) { return app::discard_plan(act); });
    return result ? see_other(visit.href(address::desk_plan)) : shown_again(visit, result.error());
}

Response publish(const Visit& visit) {
    const auto result = visit.write([&](auto& act) {
        return ui::when_confirmed(app::publish_plan(act, visit.today()), word_that_publishes(visit.words),
            visit.field(ui::confirm_name));
    });
    return result ? see_other(visit.href(address::plan_page)) : shown_again(visit, result.error());
}

}  // namespace medskapa::web::plan::desk
