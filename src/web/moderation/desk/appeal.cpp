#include "app/inspel/refusing.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/columns.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/desk/pages.hpp"
#include "web/moderation/views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::moderation::desk {
namespace {

/// An appeal with what it is about.
struct Case {
    Appeal appeal;
    Inspel inspel;
    Refusal refusal;      // that is appealed
    bool stands = false;  // the inspel is declined by that refusal, and by no later one
};

std::optional<Case> case_asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("appeal"));
    const auto appeal = number ? store::find_appeal(visit.db, visit.process->id, {*number}) : std::nullopt;
    if (!appeal) return std::nullopt;
    const auto inspel = store::find_inspel(visit.db, appeal->inspel).value();
    const bool stands = inspel.state == Inspel::State::declined &&
                        store::refusal_of(visit.db, inspel.id)->id == appeal->refusal;
    return Case{*appeal, inspel, store::find_refusal(visit.db, appeal->refusal).value(), stands};
}

Html first_decision(const Visit& visit, const Case& c) {
    const auto& words = visit.words;
    return html(
        R"(<h2>{title}</h2><dl class="facts"><dt>{rule_label}</dt><dd>{rule}</dd><dt>{basis_label}</dt><dd>{basis}</dd>
<dt>{when}</dt><dd>{day}</dd></dl><div class="as-typed">{note}</div>)",
        "title"_a = words("The first decision"), "rule_label"_a = words("Reason"),
        "rule"_a = shown(c.refusal.rule, words), "basis_label"_a = words("What it rests on"),
        "basis"_a = shown(c.refusal.basis, words), "when"_a = words("Decided"),
        "day"_a = day_of(visit, c.refusal.decided_at),
        "note"_a = c.stands ? c.inspel.decline_note : std::string{});
}

Html decision_form(const Visit& visit, const Case& c, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto fields = html("{}{}",
        ui::radio_group({.name = "utfall",
                            .label = words("What becomes of it?"),
                            .value = std::string{visit.field("utfall")}},
            ui::choices_of<Appeal::Outcome>(words), complaints, words),
        ui::text_area({.name = "svar",
                          .label = words("Why"),
                          .value = std::string{visit.field("svar")},
                          .hint = words("The sender reads it with the receipt code.")},
            4, complaints, words));
    return post_form(visit, {.action = visit.href(address::desk_appeal, c.appeal.id.value),
                                .fields = fields,
                                .button = ui::submit(words("Decide"), ui::Weight::filled),
                                .seen = {sql::version_of<store::tables::appeal>(c.appeal),
                                    sql::version_of<store::tables::inspel>(c.inspel)}});
}

/// The decision, the form for it, or why this person may not take it.
Html end_of(const Visit& visit, const Case& c, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (c.appeal.decided_at)
        return html("<h2>{decided}</h2><p>{outcome} · {day}</p><div class=\"as-typed\">{why}</div>",
            "decided"_a = words("Decided"), "outcome"_a = shown(*c.appeal.outcome, words),
            "day"_a = day_of(visit, *c.appeal.decided_at), "why"_a = c.appeal.answer);
    if (!c.stands)
        return html(
            "<p>{}</p>", words("There is nothing left to decide: the inspel is not declined any more."));
    if (!may_look_again(c.refusal, visit.actor().user))
        return ui::notice(
            ui::Tone::info, html("<p>{}</p>", words("You took the first decision. Ask a colleague to look "
                                                    "again: it must be somebody else.")));
    return decision_form(visit, c, complaints);
}

Response case_page(const Visit& visit, const Case& c, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Look again at {}", "I-" + std::to_string(c.inspel.number));
    const auto body = html(R"({errors}<h1>{title}</h1><p class="meta">{came}</p>
<h2>{asks}</h2><div class="original as-typed">{text}</div>{first}
<h2>{written}</h2><div class="original as-typed">{original}</div><p><a href="{href}">{open}</a></p>{end})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "came"_a = words("Came in {}", day_of(visit, c.appeal.received_at)),
        "asks"_a = words("What the sender says"), "text"_a = c.appeal.text,
        "first"_a = first_decision(visit, c), "written"_a = words("The inspel as it was written"),
        "original"_a = c.stands ? c.inspel.text : c.inspel.shown_text,
        "href"_a = visit.href(address::inspel_workbench, c.inspel.number),
        "open"_a = words("Open the inspel on the desk"), "end"_a = end_of(visit, c, complaints));
    auto content = desk_page(visit, title, body, "anmalt");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    content.crumbs = {{visit.href(address::reported_things), words("Reported and appealed")}};
    return not_stored(page(content, visit, status));
}

}  // namespace

Response appeal(const Visit& visit) {
    const auto found = case_asked_for(visit);
    return found ? case_page(visit, *found, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response decide_appeal(const Visit& visit) {
    const auto found = case_asked_for(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const AppealRuling ruling{std::string{visit.field("utfall")}, std::string{visit.field("svar")}};
    const auto decided =
        visit.write([&](auto& act) { return app::decide_appeal(act, found->appeal.id, ruling); });
    if (decided) return see_other(visit.href(address::reported_things));
    if (decided.error().complaints.empty()) return problem(visit, decided.error().kind);
    return case_page(visit, *found, decided.error().complaints, status_of(decided.error().kind));
}

}  // namespace medskapa::web::moderation::desk
