#include "web/site/desk/form.hpp"
#include "app/assessment/assessment.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/assessment/columns.hpp"
#include "store/document/document_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/desk/asked.hpp"
#include "web/assessment/desk/pages.hpp"
#include "web/assessment/note.hpp"
#include "web/assessment/views.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::assessment::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

Values values_of(const std::optional<Assessment>& assessment) {
    Values values;
    if (!assessment) return values;
    values = {{"galler", assessment->subject}, {"roll", assessment->role}};
    site::desk::put(values, "senast", assessment->due);
    return values;
}

Result<Assessment> assessment_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    Assessment assessment;
    assessment.number = Visit::number(visit.path.at("assessment")).value_or(0);
    assessment.kind = in.line("slag");
    assessment.subject = in.line("galler");
    assessment.role = in.line("roll");
    assessment.due = in.day("senast");
    return in.finished(assessment);
}

std::vector<ui::Choice> template_choices(const Visit& visit) {
    std::vector<ui::Choice> choices;
    for (const auto* one : templates_on(all_assessment_templates(), visit.today()))
        choices.push_back({one->code, one->title.in(visit.words.language())});
    return choices;
}

Html steps_table(const Visit& visit, const store::OpenedAssessment& opened) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("The steps"),
        .columns = {{words("Step")}, {words("Status")}, {words("The answer")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : opened.steps)
        table.rows.push_back({html(R"(<a href="{}">{}</a>)",
                                  visit.href(address::answer_step, opened.assessment.number, one.step->code),
                                  title_of(*one.step, words)),
            standing_view(one.standing, words),
            one.answer ? html("{}", ground_of(visit, *one.answer)) : html("–")});
    return ui::table(table);
}

Html conflicts_part(const Visit& visit, const store::OpenedAssessment& opened) {
    const auto& words = visit.words;
    const auto number = opened.assessment.number;
    const auto all = each(opened.conflicts, [&](const GoalConflict& one) {
        return html(R"(<li><a href="{}">{}</a>{}</li>)",
            visit.href(address::edit_conflict, number, one.number), one.name,
            when(one.weighing.empty(),
                html(R"( <span class="state gone">{}</span>)", words("Not weighed yet"))));
    });
    return html(R"(
<h2>{}</h2><ul>{}</ul><p>{}</p>)",
        words("Goal conflicts"), all,
        ui::button_link(visit.href(address::edit_conflict, number, "ny"), words("Name a goal conflict"),
            ui::Weight::quiet));
}

Html paragraph_item(const Visit& visit, const Assessment& assessment, const std::string& code) {
    return html("<li>{}{}</li>", code,
        post_button(visit, visit.href(address::stop_assessing_paragraph, assessment.number),
            ui::submit(visit.words("Take {} off the assessment", code), ui::Weight::small),
            ui::hidden_field("stycke", code), {sql::version_of<store::tables::assessment>(assessment)}));
}

Html paragraphs_part(
    const Visit& visit, const store::OpenedAssessment& opened, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    Html all;
    for (const auto& one : opened.paragraphs)
        all +=
            paragraph_item(visit, opened.assessment, store::find_node(visit.db, one.node).value().node.code);
    const auto field = ui::text_field({.name = "paragraf",
                                          .label = words("One more paragraph"),
                                          .value = std::string{visit.field("paragraf")},
                                          .hint = words("Its code, for example RUS-2.1-p1"),
                                          .is_short = true},
        ui::Input::text, complaints, words);
    return html(R"(
<h2>{title}</h2><p>{lead}</p><ul>{all}</ul>{form})",
        "title"_a = words("Which paragraphs it is about"),
        "lead"_a =
            words("When one of them gets other words, the steps that rest on the text have to be looked "
                  "at again."),
        "all"_a = all,
        "form"_a = post_form(
            visit, {.action = visit.href(address::assess_paragraph, opened.assessment.number),
                       .fields = field,
                       .button = ui::submit(words("The assessment is about it"), ui::Weight::quiet)}));
}

Html parts_of(const Visit& visit, const Assessment& assessment, const ui::Complaints& complaints) {
    const auto opened = store::opened(visit.db, assessment);
    return html(R"({steps}{conflicts}{paragraphs}<p class="meta">{version} {rules}</p>
<p><a class="alone" href="{public}">{public_name}</a></p>)",
        "steps"_a = steps_table(visit, opened), "conflicts"_a = conflicts_part(visit, opened),
        "paragraphs"_a = paragraphs_part(visit, opened, complaints),
        "version"_a = visit.words("The template's version {}.", assessment.version),
        "rules"_a = rules_of(*opened.its_template, visit.words),
        "public"_a = visit.href(address::assessment_page, assessment.number),
        "public_name"_a = visit.words("The page, as everybody sees it"));
}

site::desk::Form form_of(const Visit& visit, const ui::Complaints& complaints = {}) {
    const auto& words = visit.words;
    const auto known = asked_assessment(visit, visit.db);
    site::desk::Form form{known ? desk_link(visit, *known).text : words("Begin an assessment"),
        known ? words("What you save is read by everybody at once.")
              : words("It follows the template as it is valid today, also when another comes.")};
    form.home = {visit.href(address::desk_assessments), words("Impact assessments")};
    if (!known)
        form.one({"slag", words("Assessment"), Kind::choice, Needed::yes, {}, template_choices(visit)});
    form.one({"galler", words("What is assessed"), Kind::line, Needed::yes,
        words("For example the whole strategy, or one chapter.")});
    form.one({"roll", words("Who sees to it"), Kind::line, Needed::no,
        words("A role, not a name: everybody can read it.")});
    form.one({"senast", words("To be done by"), Kind::day});
    if (known) form.after = parts_of(visit, *known, complaints);
    return form;
}

std::string own_href(const Visit& visit) {
    return visit.href(address::edit_assessment, visit.path.at("assessment"));
}

/// Does it to the assessment that the address names, and shows its page again.
template <class Verb>
Response done(const Visit& visit, Verb verb) {
    const auto known = asked_assessment(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& act) { return verb(act, known->number); });
    if (result) return see_other(own_href(visit));
    if (result.error().complaints.empty()) return problem(visit, result.error().kind);
    const auto standing = values_of(known);
    return site::desk::again(visit, form_of(visit, result.error().complaints), standing, standing,
        {Failure::Kind::invalid, result.error().complaints});
}

}  // namespace

std::optional<Assessment> asked_assessment(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("assessment"));
    return number ? store::assessment_numbered(db, visit.process->id, *number) : std::nullopt;
}

ui::Link desk_link(const Visit& visit, const Assessment& assessment) {
    return {visit.href(address::edit_assessment, assessment.number),
        reference(assessment) + " " + name_of_kind(visit, assessment.kind)};
}

Response assessment(const Visit& visit) {
    return site::desk::form_of_known(
        visit, form_of(visit), values_of(asked_assessment(visit, visit.db)), "assessment");
}

Response save_assessment(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, form_of(visit), [&](const Values& typed) { return assessment_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_assessment(visit, db)); },
        [&](auto& act, const Assessment& typed) {
            return site::desk::is_new(visit, "assessment") ? app::begin_assessment(act, typed, visit.today())
                                                           : app::change_assessment(act, typed);
        });
}

Response add_paragraph(const Visit& visit) {
    const std::string code{visit.field("paragraf")};
    return done(visit, [&](auto& act, int number) { return app::assess_paragraph(act, number, code); });
}

Response drop_paragraph(const Visit& visit) {
    const std::string code{visit.field("stycke")};
    return done(
        visit, [&](auto& act, int number) { return app::stop_assessing_paragraph(act, number, code); });
}

}  // namespace medskapa::web::assessment::desk
