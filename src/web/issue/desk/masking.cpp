#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/issue/desk/review_views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::issue::desk {
namespace {

bool may_mask(const Visit& visit) {
    return authorize(visit.signed_in->actor, Action::moderate_inspel, visit.process->id);
}

Html mask_fields(const Visit& visit, bool is_again, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::text_field(
        {.name = "passage",
            .label = words("Words to mask"),
            .value = std::string{visit.field("passage")},
            .hint =
                words("They are masked wherever the inspel shows them, also in titles, issues, additions and "
                      "proposals. Line ends and kinds of blanks and hyphens make no difference.")},
        ui::Input::text, complaints, words);
    fields += ui::text_field(
        {.name = "maskskal",
            .label = words("What they are"),
            .value = std::string{visit.field("maskskal")},
            .hint = words("For example: name, telephone number, address. It is shown instead.")},
        ui::Input::text, complaints, words);
    fields += ui::checkbox({.name = "versaler",
                               .label = words("Also where they have other capitals"),
                               .value = is_again ? std::string{visit.field("versaler")} : "ja"},
        complaints, words);
    return fields;
}

Html masked_before(const Visit& visit, const Inspel& inspel) {
    return each(store::redactions_of(visit.db, inspel.id), [&](const Redaction& redaction) {
        const auto day = visit.site.clock.day(redaction.redacted_at);
        return html(
            "<p class=\"meta\">{}</p>", visit.words("Masked {}: {}", visit.words.day(day), redaction.reason));
    });
}

/// The words with other capitals, each with a button that masks it for the same reason.
Html with_other_capitals(
    const Visit& visit, const std::vector<std::string>& passages, const std::string& reason) {
    if (passages.empty()) return {};
    const auto button = [&](const std::string& passage) {
        return post_button(visit, workbench_href(visit, address::redact_copy),
            ui::submit(visit.words("Mask “{}” too", passage), ui::Weight::small),
            html("{}{}", ui::hidden_field("passage", passage), ui::hidden_field("maskskal", reason)));
    };
    return html("<p>{}</p>{}", visit.words("The same words are still shown with other capitals:"),
        each(passages, button));
}

}  // namespace

Html copy_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!may_mask(visit)) return {};
    const DraftPlace draft{"kopia/" + std::to_string(inspel.id.value), workbench_href(visit)};
    return html(R"(
{offer}<details class="more"{open}><summary>{title}</summary><form method="post" action="{action}" novalidate>{guard}{shown_title}{shown_text}<p>{submit}</p>{draft}</form></details>)",
        "offer"_a = draft_offer(visit, draft),
        "open"_a = when(goes_on_with_draft(visit, draft), html(" open")),
        "draft"_a = draft_tools(visit, draft), "title"_a = words("Change the copy that is shown"),
        "action"_a = workbench_href(visit, address::edit_copy),
        "guard"_a = form_guard(
            visit, seen_with_draft(visit, draft, {sql::version_of<store::tables::inspel>(inspel)})),
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
    if (!may_mask(visit)) return {};
    const bool is_again = !visit.field("maskskal").empty() || !visit.field("passage").empty();
    return html(R"(
<details class="more"{open}><summary>{title}</summary><form method="post" action="{action}" novalidate>{guard}{fields}<p>{submit}</p></form>{history}</details>)",
        "open"_a = when(is_again, html(" open")), "title"_a = words("Mask words"),
        "action"_a = workbench_href(visit, address::redact_copy), "guard"_a = form_guard(visit, ""),
        "fields"_a = mask_fields(visit, is_again, complaints),
        "submit"_a = ui::submit(words("Mask them"), ui::Weight::quiet),
        "history"_a = masked_before(visit, inspel));
}

Html still_shown_view(const Visit& visit, const app::StillShown& still, const std::string& reason) {
    if (still.is_nothing()) return {};
    const auto& words = visit.words;
    const auto in_answer = [&](int position) {
        return html(
            "<p>{}</p>", words("They stand in the answer to issue {} too. Change the answer.", position));
    };
    return ui::notice(ui::Tone::warn,
        html("<p>{masked}</p>{others}{answers}{statement}",
            "masked"_a = words("Masked. The words are no longer shown."),
            "others"_a = with_other_capitals(visit, still.with_other_capitals, reason),
            "answers"_a = each(still.answers, in_answer),
            "statement"_a =
                still.statement == 0
                    ? Html{}
                    : html("<p>{}</p>", words("They stand in statement {} too, which the inspel was "
                                              "made of. Take it away among the statements.",
                                            still.statement))));
}

}  // namespace medskapa::web::issue::desk
