#include "app/referral/referral_answer.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/note.hpp"
#include "web/issue/addresses.hpp"
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

std::optional<Inspel> inspel_of(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("answer"));
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
    const auto result = visit.write([&](auto& act) { return verb(act, answer->id); });
    if (!result) return problem(visit, result.error().kind);
    return see_other(visit.href(address::inspel_workbench, inspel_of(visit)->number));
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

}  // namespace

Response set_case_number(const Visit& visit) {
    return acted(visit, [&](auto& act, Id<ReferralAnswer> id) {
        return app::set_case_number(act, id, std::string{visit.field("diarienummer")});
    });
}

}  // namespace medskapa::web::referral::desk

namespace medskapa::web::referral {

Html workbench_note(const Visit& visit, const Inspel& inspel) {
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
{number})",
        "note"_a = note(visit, inspel), "persons"_a = persons,
        "number"_a = desk::number_form(visit, inspel, *answer));
}

}  // namespace medskapa::web::referral
