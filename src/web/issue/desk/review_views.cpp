#include "web/issue/desk/review_views.hpp"

#include "app/inspel/inspel.hpp"

#include "base/text.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/note.hpp"
#include "web/issue/desk/checks.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

sql::RowVersion seen(const Inspel& inspel) {
    return sql::version_of<store::tables::inspel>(inspel);
}

Html review_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    const auto stays = may_answer(visit) ? words("Publish and split it") : words("Publish the inspel");
    const auto found = found_in(inspel);
    const DraftPlace draft{"avslag/" + std::to_string(inspel.id.value), workbench_href(visit)};
    return html(R"({found}
<form method="post" action="{publish_action}">{publish_guard}<p class="row"><button class="btn" type="submit" name="sedan" value="nasta" data-key="p">{publish_next}</button> {mask}{publish}</p></form>
{offer}<details class="more"{open}><summary>{decline}</summary><form method="post" action="{decline_action}" novalidate>{decline_guard}{reason}{note}<p>{submit}</p>{draft}</form></details>)",
        "found"_a = found_view(visit, found), "offer"_a = draft_offer(visit, draft),
        "draft"_a = draft_tools(visit, draft),
        "mask"_a = when(!found.empty(),
            html(
                R"(<button class="btn quiet" type="submit" name="sedan" value="maska" data-key="m">{}</button> )",
                words("Mask all of it, publish and review the next"))),
        "publish_action"_a = workbench_href(visit, address::publish_inspel),
        "publish_guard"_a = form_guard(visit, {seen(inspel)}),
        "publish_next"_a = words("Publish and review the next"),
        "publish"_a = ui::submit(stays, ui::Weight::quiet),
        "open"_a = when(!complaints.empty() || goes_on_with_draft(visit, draft), html(" open")),
        "decline"_a = words("Decline it"),
        "decline_action"_a = workbench_href(visit, address::decline_inspel),
        "decline_guard"_a = form_guard(visit, {seen(inspel)}),
        "reason"_a =
            ui::radio_group({.name = "grund",
                                .label = words("Reason"),
                                .value = drafted(visit, draft, "grund", std::string{visit.field("grund")})},
                ui::choices_of<DeclineReason>(words), complaints, words),
        "note"_a = ui::text_area({.name = "skal",
                                     .label = words("To the sender"),
                                     .value = drafted(visit, draft, "skal", std::string{visit.field("skal")}),
                                     .hint = words("Say what was wrong and what they can do instead.")},
            3, complaints, words),
        "submit"_a = ui::submit(words("Decline the inspel"), ui::Weight::quiet));
}

/// Whether the addition is shown, or the way to show it.
Html showing(const Visit& visit, const Addition& addition) {
    if (addition.is_shown) return html("<p class=\"meta\">{}</p>", visit.words("Shown"));
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    return html("<form method=\"post\" action=\"{action}\">{guard}{addition}{submit}</form>",
        "action"_a = workbench_href(visit, address::show_addition),
        "guard"_a = form_guard(visit, {sql::version_of<store::tables::addition>(addition)}),
        "addition"_a = ui::hidden_field("tillagg", std::to_string(addition.id.value)),
        "submit"_a = ui::submit(visit.words("Show the addition"), ui::Weight::small));
}

/// For an hour a publishing can be undone.
Html undo_view(const Visit& visit, const Inspel& inspel) {
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id) ||
        !app::may_undo_publishing(visit.db, inspel, visit.now))
        return {};
    const auto until = visit.site.clock.local(*inspel.decided_at + app::time_to_undo);
    return html(
        R"(<form method="post" action="{action}" class="row">{guard}<span>{until}</span> {undo}</form>)",
        "action"_a = workbench_href(visit, address::reopen_inspel),
        "guard"_a = form_guard(visit, {seen(inspel)}),
        "until"_a = visit.words("Published. It can be undone until {}.", visit.words.clock(until)),
        "undo"_a = ui::submit(visit.words("Undo the publishing"), ui::Weight::small));
}

}  // namespace

Html state_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    switch (inspel.state) {
        case Inspel::State::received: return review_view(visit, inspel, complaints);
        case Inspel::State::published: return undo_view(visit, inspel);
        case Inspel::State::withdrawn: return html("<p>{}</p>", words("The sender has withdrawn it."));
        case Inspel::State::erased: return html("<p>{}</p>", words("Its content has been erased."));
        case Inspel::State::declined: break;
    }
    const auto again =
        authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)
            ? html("<form method=\"post\" action=\"{}\">{}{}</form>",
                  workbench_href(visit, address::reopen_inspel), form_guard(visit, {seen(inspel)}),
                  ui::submit(words("Try it again"), ui::Weight::quiet))
            : Html{};
    return html("<p>{}</p><p>{}</p>{}",
        words("Declined, because {}.", inspel::as_clause(*inspel.decline_reason, words)), inspel.decline_note,
        again);
}

Html copy_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    const DraftPlace draft{"kopia/" + std::to_string(inspel.id.value), workbench_href(visit)};
    return html(R"(
{offer}<details class="more"{open}><summary>{title}</summary><form method="post" action="{action}" novalidate>{guard}{shown_title}{shown_text}<p>{submit}</p>{draft}</form></details>)",
        "offer"_a = draft_offer(visit, draft),
        "open"_a = when(goes_on_with_draft(visit, draft), html(" open")),
        "draft"_a = draft_tools(visit, draft), "title"_a = words("Change the copy that is shown"),
        "action"_a = workbench_href(visit, address::edit_copy),
        "guard"_a = form_guard(visit, seen_with_draft(visit, draft, {seen(inspel)})),
        "shown_title"_a =
            ui::text_field({.name = "visad-rubrik",
                               .label = words("Title"),
                               .value = drafted(visit, draft, "visad-rubrik", inspel.shown_title)},
                ui::Input::text, {}, words),
        "shown_text"_a = ui::text_area(
            {.name = "visad-text",
                .label = words("Shown text"),
                .value = drafted(visit, draft, "visad-text", inspel.shown_text),
                .hint = words("The original is never changed. Take away only what must not be shown.")},
            8, complaints, words),
        "submit"_a = ui::submit(words("Save the copy"), ui::Weight::quiet));
}

Html mask_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    const auto history = each(store::redactions_of(visit.db, inspel.id), [&](const Redaction& redaction) {
        return html("<p class=\"meta\">{}</p>",
            words("Masked {}: {}", words.day(visit.site.clock.day(redaction.redacted_at)), redaction.reason));
    });
    const bool is_again = !visit.field("maskskal").empty() || !visit.field("passage").empty();
    return html(R"(
<details class="more"{open}><summary>{title}</summary><form method="post" action="{action}" novalidate>{guard}{words}{reason}{capitals}<p>{submit}</p></form>{history}</details>)",
        "open"_a = when(is_again, html(" open")), "title"_a = words("Mask words"),
        "action"_a = workbench_href(visit, address::redact_copy), "guard"_a = form_guard(visit, ""),
        "words"_a = ui::text_field(
            {.name = "passage",
                .label = words("Words to mask"),
                .value = std::string{visit.field("passage")},
                .hint = words(
                    "They are masked wherever the inspel shows them, also in titles, issues, additions and "
                    "proposals. Line ends and kinds of blanks and hyphens make no difference.")},
            ui::Input::text, complaints, words),
        "reason"_a = ui::text_field(
            {.name = "maskskal",
                .label = words("What they are"),
                .value = std::string{visit.field("maskskal")},
                .hint = words("For example: name, telephone number, address. It is shown instead.")},
            ui::Input::text, complaints, words),
        "capitals"_a = ui::checkbox({.name = "versaler",
                                        .label = words("Also where they have other capitals"),
                                        .value = is_again ? std::string{visit.field("versaler")} : "ja"},
            complaints, words),
        "submit"_a = ui::submit(words("Mask them"), ui::Weight::quiet), "history"_a = history);
}

Html still_shown_view(const Visit& visit, const app::StillShown& still, const std::string& reason) {
    if (still.is_nothing()) return {};
    const auto& words = visit.words;
    const auto& others = still.with_other_capitals;
    const auto with_other_capitals = [&](const std::string& passage) {
        return post_button(visit, workbench_href(visit, address::redact_copy),
            ui::submit(words("Mask “{}” too", passage), ui::Weight::small),
            html("{}{}", ui::hidden_field("passage", passage), ui::hidden_field("maskskal", reason)));
    };
    const auto in_answer = [&](int position) {
        return html(
            "<p>{}</p>", words("They stand in the answer to issue {} too. Change the answer.", position));
    };
    return ui::notice(ui::Tone::warn,
        html("<p>{masked}</p>{others}{buttons}{answers}{statement}",
            "masked"_a = words("Masked. The words are no longer shown."),
            "others"_a = others.empty() ? Html{}
                                        : html("<p>{}</p>",
                                              words("The same words are still shown with other capitals:")),
            "buttons"_a = each(others, with_other_capitals), "answers"_a = each(still.answers, in_answer),
            "statement"_a =
                still.statement == 0
                    ? Html{}
                    : html("<p>{}</p>", words("They stand in statement {} too, which the inspel was "
                                              "made of. Take it away among the statements.",
                                            still.statement))));
}

Html additions_view(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    return each(store::additions_of(visit.db, inspel.id), [&](const Addition& addition) {
        return html("<h2>{}</h2><div class=\"original as-typed\">{}</div>{}",
            words("Added by the sender {}", words.day(visit.site.clock.day(addition.added_at))),
            addition.shown_text, showing(visit, addition));
    });
}

Html warning_view(const Visit& visit, const Inspel& inspel) {
    if (!text::mixes_alphabets(inspel.organisation)) return {};
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>",
            visit.words(
                "The name “{}” mixes letters of two alphabets. Somebody may want to be taken for another.",
                inspel.organisation)));
}

}  // namespace medskapa::web::issue::desk
