#include "app/referral/referral_answer.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
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

std::vector<ui::Choice> party_choices(const Visit& visit, const Referral& referral) {
    std::vector<ui::Choice> choices{{"", visit.words("Sender not on the mailing list"), {}}};
    for (const auto& party : store::parties_of(visit.db, referral.id))
        choices.push_back({std::to_string(party.number), party.name, {}});
    return choices;
}

std::vector<ui::Choice> channel_choices(const Words& words) {
    std::vector<ui::Choice> choices;
    for (const auto channel : {Channel::email, Channel::paper})
        choices.push_back({std::string{name_of(channel)}, shown(channel, words), {}});
    return choices;
}

/// The register's own part of the form; the answer's fields come after it.
struct Typed {
    std::string party;
    std::string channel = std::string{name_of(Channel::email)};
    std::string received;
    std::string case_number;
};

Typed typed_in(const Visit& visit) {
    const auto text = [&](const char* name) { return std::string{visit.field(name)}; };
    return {text("part"), text("kanal"), text("mottaget"), text("diarienummer")};
}

Html register_fields(
    const Visit& visit, const Referral& referral, const Typed& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::select({.name = "part", .label = words("From"), .value = typed.party},
        party_choices(visit, referral), complaints, words);
    fields += ui::select({.name = "kanal", .label = words("How did it come?"), .value = typed.channel},
        channel_choices(words), complaints, words);
    fields += ui::text_field(
        {.name = "mottaget", .label = words("Received"), .value = typed.received, .is_short = true},
        ui::Input::date, complaints, words);
    fields += ui::text_field({.name = "diarienummer",
                                 .label = words("Case number"),
                                 .value = typed.case_number,
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::text, complaints, words);
    return fields;
}

/// Who the letter is from is chosen in the form itself, so the sender's fields are always there.
Response letter_page(const Visit& visit, const Typed& typed, app::Submission submission,
    const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto referral = submission.referral;
    submission.party.reset();
    const auto body = html(R"(
<h1>{}</h1>
<p>{}</p>
{})",
        words("Register an answer that came another way"),
        words(
            "An answer that came by mail or on paper. Of a party that was asked, the register knows the name "
            "and the kind."),
        post_form(visit, {.action = visit.href(address::enter_letter, referral.number),
                             .fields = html("{}{}", register_fields(visit, referral, typed, complaints),
                                 referral::answer_fields(visit, submission, complaints)),
                             .button = ui::submit(words("Register the answer"), ui::Weight::filled),
                             .is_narrow = true,
                             .takes_files = true}));
    return register_page(visit, words("Register an answer that came another way"), body, complaints, status);
}

std::optional<Party> party_numbered(const Visit& visit, const Referral& referral, std::string_view number) {
    const auto n = Visit::number(number);
    return n ? store::party_numbered(visit.db, referral.id, *n) : std::nullopt;
}

Result<app::Registration> registration_from(const Visit& visit, const Typed& typed) {
    app::Registration registration;
    registration.secret = visit.site.secret;
    registration.case_number = typed.case_number;
    ui::Complaints complaints;
    if (!find_name<Channel>(typed.channel, registration.arrived_by))
        complaints.push_back({"kanal", N_("Choose how it came"), {}});
    const auto day = time::read_day(typed.received);
    if (!day) complaints.push_back({"mottaget", N_("Write the day as 2026-05-14"), {}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    const auto start = visit.site.clock.start_of(*day);
    registration.received_at = *day == visit.today() ? visit.now : start;
    return registration;
}

}  // namespace

Response letter_form(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    Typed typed;
    typed.party = std::string{visit.query("part")};
    typed.received = time::iso(visit.today());
    return letter_page(visit, typed, referral::empty_answer(visit, *referral, {}), {}, 200);
}

Response enter_letter(const Visit& visit) {
    const auto referral = referral_of(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    const auto typed = typed_in(visit);
    const auto submission =
        referral::typed_answer(visit, *referral, party_numbered(visit, *referral, typed.party));
    const auto registration = registration_from(visit, typed);
    if (!registration) return letter_page(visit, typed, submission, registration.error().complaints, 422);
    const auto receipt =
        visit.write([&](auto& act) { return app::register_answer(act, submission, *registration); });
    if (receipt) return see_other(visit.href(address::inspel_workbench, receipt->number));
    if (receipt.error().complaints.empty()) return problem(visit, receipt.error().kind);
    return letter_page(visit, typed, submission, receipt.error().complaints, 422);
}

}  // namespace medskapa::web::referral::desk
