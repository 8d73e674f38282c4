#include "web/issue/desk/review_views.hpp"

#include "app/inspel/inspel.hpp"

#include "base/text.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/desk/checks/checks.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

sql::RowVersion seen(const Inspel& inspel) {
    return sql::version_of<store::tables::inspel>(inspel);
}

bool may_review(const Visit& visit) {
    return authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id);
}

Html publish_form(const Visit& visit, const Inspel& inspel, bool may_mask) {
    const auto& words = visit.words;
    const auto stays = may_answer(visit) ? words("Publish and split it") : words("Publish the inspel");
    return html(R"(
<form method="post" action="{action}">{guard}<p class="row"><button class="btn" type="submit" name="sedan" value="nasta" data-key="p">{publish_next}</button> {mask}{publish}</p></form>)",
        "action"_a = workbench_href(visit, address::publish_inspel),
        "guard"_a = form_guard(visit, {seen(inspel)}),
        "publish_next"_a = words("Publish and review the next"),
        "mask"_a = when(may_mask,
            html(
                R"(<button class="btn quiet" type="submit" name="sedan" value="maska" data-key="m">{}</button> )",
                words("Mask all of it, publish and review the next"))),
        "publish"_a = ui::submit(stays, ui::Weight::quiet));
}

Html decline_form(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const DraftPlace draft{"avslag/" + std::to_string(inspel.id.value), workbench_href(visit)};
    return html(R"(
{offer}<details class="more"{open}><summary>{decline}</summary><form method="post" action="{action}" novalidate>{guard}{reason}{note}<p>{submit}</p>{draft}</form></details>)",
        "offer"_a = draft_offer(visit, draft), "draft"_a = draft_tools(visit, draft),
        "open"_a = when(!complaints.empty() || goes_on_with_draft(visit, draft), html(" open")),
        "decline"_a = words("Decline it"), "action"_a = workbench_href(visit, address::decline_inspel),
        "guard"_a = form_guard(visit, {seen(inspel)}),
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

Html review_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    if (!may_review(visit)) return {};
    const auto found = found_in(inspel);
    return html("{found}{names}{publish}{decline}", "found"_a = found_view(visit, found),
        "names"_a = names_view(visit, inspel), "publish"_a = publish_form(visit, inspel, !found.empty()),
        "decline"_a = decline_form(visit, inspel, complaints));
}

/// Whether the addition is shown, or the way to show it.
Html showing(const Visit& visit, const Addition& addition) {
    if (addition.is_shown) return html("<p class=\"meta\">{}</p>", visit.words("Shown"));
    if (!may_review(visit)) return {};
    return html("<form method=\"post\" action=\"{action}\">{guard}{addition}{submit}</form>",
        "action"_a = workbench_href(visit, address::show_addition),
        "guard"_a = form_guard(visit, {sql::version_of<store::tables::addition>(addition)}),
        "addition"_a = ui::hidden_field("tillagg", std::to_string(addition.id.value)),
        "submit"_a = ui::submit(visit.words("Show the addition"), ui::Weight::small));
}

/// For an hour a publishing can be undone.
Html undo_view(const Visit& visit, const Inspel& inspel) {
    if (!may_review(visit) || !app::may_undo_publishing(visit.db, inspel, visit.now)) return {};
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
    const auto again = may_review(visit) ? html("<form method=\"post\" action=\"{}\">{}{}</form>",
                                               workbench_href(visit, address::reopen_inspel),
                                               form_guard(visit, {seen(inspel)}),
                                               ui::submit(words("Try it again"), ui::Weight::quiet))
                                         : Html{};
    return html("<p>{}</p><p>{}</p>{}",
        words("Declined, because {}.", inspel::as_clause(*inspel.decline_reason, words)), inspel.decline_note,
        again);
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
