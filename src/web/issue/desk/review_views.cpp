#include "web/issue/desk/review_views.hpp"

#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/inspel/note.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/issue/desk/queue.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

using ui::Choice;

Html review_view(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    const auto stays = may_answer(visit) ? words("Publish and split it") : words("Publish the inspel");
    return html(R"(
<form method="post" action="{}">{}<p class="row"><button class="btn" name="sedan" value="nasta">{}</button> {}</p></form>
<details class="more"{}><summary>{}</summary><form method="post" action="{}" novalidate>{}{}{}<p>{}</p></form></details>)",
        bench_address(visit, "/publicering"), form_guard(visit, ""), words("Publish and review the next"),
        ui::submit(stays, ui::Weight::quiet), complaints.empty() ? Html{} : html(" open"),
        words("Decline it"), bench_address(visit, "/avslag"), form_guard(visit, ""),
        ui::radio_group(
            {.name = "grund", .label = words("Reason"), .value = std::string{visit.field("grund")}},
            ui::choices_of<DeclineReason>(words), complaints, words),
        ui::text_area({.name = "skal",
                          .label = words("To the sender"),
                          .value = std::string{visit.field("skal")},
                          .hint = words("Say what was wrong and what they can do instead.")},
            3, complaints, words),
        ui::submit(words("Decline the inspel"), ui::Weight::quiet));
}

/// Whether the addition is shown, or the way to show it.
Html showing(const Visit& visit, const Addition& addition) {
    if (addition.is_shown) return html("<p class=\"meta\">{}</p>", visit.words("Shown"));
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    return html("<form method=\"post\" action=\"{}\">{}{}{}</form>", bench_address(visit, "/tillagg"),
        form_guard(visit, ""), ui::hidden_field("tillagg", std::to_string(addition.id.value)),
        ui::submit(visit.words("Show the addition"), ui::Weight::small));
}

}  // namespace

Html state_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    switch (inspel.state) {
        case Inspel::State::received: return review_view(visit, complaints);
        case Inspel::State::published: return {};
        case Inspel::State::withdrawn: return html("<p>{}</p>", words("The sender has withdrawn it."));
        case Inspel::State::erased: return html("<p>{}</p>", words("Its content has been erased."));
        case Inspel::State::declined: break;
    }
    const auto again =
        authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)
            ? html("<form method=\"post\" action=\"{}\">{}{}</form>", bench_address(visit, "/provning"),
                  form_guard(visit, ""), ui::submit(words("Try it again"), ui::Weight::quiet))
            : Html{};
    return html("<p>{}</p><p>{}</p>{}", words("Declined. {}.", shown(*inspel.decline_reason, words)),
        inspel.decline_note, again);
}

Html copy_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id)) return {};
    return html(R"(
<details class="more"><summary>{}</summary><form method="post" action="{}" novalidate>{}{}{}<p>{}</p></form></details>)",
        words("Change the copy that is shown"), bench_address(visit, "/kopia"), form_guard(visit, ""),
        ui::text_field({.name = "visad-rubrik", .label = words("Title"), .value = inspel.shown_title},
            ui::Input::text, {}, words),
        ui::text_area(
            {.name = "visad-text",
                .label = words("Shown text"),
                .value = inspel.shown_text,
                .hint = words("The original is never changed. Take away only what must not be shown.")},
            8, complaints, words),
        ui::submit(words("Save the copy"), ui::Weight::quiet));
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
<details class="more"{}><summary>{}</summary><form method="post" action="{}" novalidate>{}{}{}<p>{}</p></form>{}</details>)",
        when(is_again, html(" open")), words("Mask words"), bench_address(visit, "/maskning"),
        form_guard(visit, ""),
        ui::text_field({.name = "passage",
                           .label = words("Words to mask"),
                           .value = std::string{visit.field("passage")},
                           .hint = words("Copied exactly. They are masked wherever the inspel shows them.")},
            ui::Input::text, complaints, words),
        ui::text_field(
            {.name = "maskskal",
                .label = words("What they are"),
                .value = std::string{visit.field("maskskal")},
                .hint = words("For example: name, telephone number, address. It is shown instead.")},
            ui::Input::text, complaints, words),
        ui::submit(words("Mask them"), ui::Weight::quiet), history);
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
