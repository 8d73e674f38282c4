#include "app/referral/referral_answer.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/note.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/issue_views.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/desk/register.hpp"
#include "web/referral/form.hpp"
#include "web/referral/note.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::referral::desk {
namespace {

constexpr auto sender_field = "part";

std::optional<Inspel> inspel_of(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    return number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

std::optional<ReferralAnswer> answer_of(const Visit& visit) {
    const auto inspel = inspel_of(visit);
    return inspel ? store::answer_of(visit.db, inspel->id) : std::nullopt;
}

template <class Verb>
Response acted(const Visit& visit, Verb verb) {
    const auto answer = answer_of(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& act) { return verb(act, *answer); });
    const auto inspel = inspel_of(visit).value();
    if (result) return see_other(visit.href(address::inspel_workbench, inspel.number));
    auto complaints = result.error().complaints;
    if (complaints.empty()) return problem(visit, result.error().kind);
    for (auto& complaint : complaints) complaint.place = Place{sender_field};
    return issue::desk::workbench_again(visit, inspel, complaints, status_of(result.error().kind));
}

Html number_form(const Visit& visit, const Inspel& inspel, const ReferralAnswer& answer) {
    if (!may_run(visit)) return html("<p>{}</p>", answer.case_number);
    const auto& words = visit.words;
    return post_form(visit, {.action = visit.href(address::set_case_number, inspel.number),
                                .fields = ui::text_field({.name = "diarienummer",
                                                             .label = words("Case number"),
                                                             .value = answer.case_number,
                                                             .is_optional = true,
                                                             .is_short = true},
                                    ui::Input::text, {}, words),
                                .button = ui::submit(words("Save"), ui::Weight::small),
                                .seen = {sql::version_of<store::tables::referral_answer>(answer)}});
}

/// Who it may be from: those who were asked and have not answered, the one with the sender's name first.
std::vector<ui::Choice> possible_senders(
    const Visit& visit, const ReferralAnswer& answer, const std::optional<Party>& named) {
    std::vector<ui::Choice> choices{{"", visit.words("Somebody who was not asked"), {}}};
    for (const auto& party : store::parties_of(visit.db, answer.referral)) {
        if (party.has_sent() && app::has_answer(visit.db, party)) continue;
        const auto at = named && named->id == party.id ? choices.begin() : choices.end();
        choices.insert(at, {std::to_string(party.number), party.name, {}});
    }
    return choices;
}

/// Why it must be confirmed, and what to ask first.
Html why_to_confirm(const Visit& visit, const std::optional<Party>& named) {
    const auto& words = visit.words;
    if (!named)
        return html("<p>{}</p>", words("It did not come by the link of anybody who was asked. Ask the sender "
                                       "before you confirm it."));
    const auto standing = store::standing_answer_of(visit.db, named->id);
    const auto earlier = standing ? store::find_inspel(visit.db, standing->inspel) : std::nullopt;
    if (!earlier || !app::has_answer(visit.db, *named))
        return html("<p>{}</p>", words("It says that it is from {}, who was asked, but it did not come by "
                                       "their link. Ask them before you confirm it.",
                                     named->name));
    return html("<p>{}</p>",
        words.rich("It says that it is from {}, who has answered already: {}. Ask them which answer counts. "
                   "They change their own by the link that came with the consultation.",
            html("{}", named->name),
            html(R"(<a class="unbroken" href="{}">I-{}</a>)",
                visit.href(address::inspel_workbench, earlier->number), earlier->number)));
}

/// The one whose name it bears is chosen, where it may be from them.
std::string chosen_sender(
    const Visit& visit, const std::vector<ui::Choice>& choices, const std::optional<Party>& named) {
    const std::string typed{visit.field(sender_field)};
    if (!typed.empty() || !named) return typed;
    const auto number = std::to_string(named->number);
    const bool is_offered =
        std::any_of(choices.begin(), choices.end(), [&](const auto& one) { return one.value == number; });
    return is_offered ? number : std::string{};
}

Html confirm_form(const Visit& visit, const Inspel& inspel, const ReferralAnswer& answer,
    const ui::Complaints& complaints) {
    if (answer.is_from_whom_it_says() || !may_run(visit)) return {};
    const auto& words = visit.words;
    const auto named = app::named_party(visit.db, answer.referral, answer.draft.organisation);
    const auto choices = possible_senders(visit, answer, named);
    return html("{}{}", why_to_confirm(visit, named),
        post_form(visit, {.action = visit.href(address::confirm_sender, inspel.number),
                             .fields = ui::select(
                                 {.name = sender_field,
                                     .label = words("It is from"),
                                     .value = chosen_sender(visit, choices, named),
                                     .hint = words("Those who have answered already are not in the list.")},
                                 choices, complaints, words),
                             .button = ui::submit(words("Confirm the sender"), ui::Weight::small),
                             .seen = {sql::version_of<store::tables::referral_answer>(answer)}}));
}

}  // namespace

Response confirm_sender(const Visit& visit) {
    return acted(visit, [&](auto& act, const ReferralAnswer& answer) -> Result<ReferralAnswer> {
        const auto chosen = visit.field(sender_field);
        if (chosen.empty()) return app::confirm_sender(act, answer.id, {});
        const auto number = Visit::number(chosen);
        const auto party = number ? store::party_numbered(visit.db, answer.referral, *number) : std::nullopt;
        if (!party)
            return refuse(
                Failure::Kind::invalid, {{Field::organisation, N_("Choose who it is from in the list")}});
        return app::confirm_sender(act, answer.id, party);
    });
}

Response set_case_number(const Visit& visit) {
    return acted(visit, [&](auto& act, const ReferralAnswer& answer) {
        return app::set_case_number(act, answer.id, std::string{visit.field("diarienummer")});
    });
}

}  // namespace medskapa::web::referral::desk

namespace medskapa::web::referral {

Html workbench_note(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    const auto answer = store::answer_of(visit.db, inspel.id);
    if (!answer) return {};
    const auto& words = visit.words;
    const auto persons = answer->approver.empty()
                             ? Html{}
                             : html("<p class=\"meta\">{}</p>", words("Written by {}, approved by {}.",
                                                                    answer->draft.author, answer->approver));
    return html(R"(
{note}
{persons}
{confirm}
{number})",
        "confirm"_a = desk::confirm_form(visit, inspel, *answer, complaints), "note"_a = note(visit, inspel),
        "persons"_a = persons, "number"_a = desk::number_form(visit, inspel, *answer));
}

}  // namespace medskapa::web::referral
