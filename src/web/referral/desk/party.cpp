#include "app/referral/referral.hpp"
#include "base/address.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/desk/register.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral::desk {
namespace {

using referral::shown;

std::string party_href(const Visit& visit, const Referral& referral, const Party& party) {
    return visit.href(address::party_page, referral.number, party.number);
}

std::string link_to(const Visit& visit, const Party& party) {
    return referral::full_address(visit, referral::answer_href(visit, party));
}

/// A letter in the staff's own mail program, with the party's link in it.
Html mail_button(const Visit& visit, const Referral& referral, const Party& party) {
    if (party.contact.find('@') == std::string::npos) return {};
    const auto& words = visit.words;
    const auto subject = words("Reminder: {}", referral::title_of(visit, referral));
    const auto text = words(
        "We ask you to answer by {}. Your own link: {}", words.day(party.last_day()), link_to(visit, party));
    return ui::button_link("mailto:" + percent_encoded(party.contact) +
                               "?subject=" + percent_encoded(subject) + "&body=" + percent_encoded(text),
        words("Write the reminder in your mail program"), ui::Weight::quiet);
}

Html act_button(const Visit& visit, const Party& party, const std::string& address, const std::string& text) {
    return post_button(visit, address, ui::submit(text, ui::Weight::quiet), {},
        {sql::version_of<store::tables::party>(party)});
}

Html extend_form(
    const Visit& visit, const Referral& referral, const Party& party, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = std::string{visit.field("forlangt-till")};
    return post_form(
        visit, {.action = visit.href(address::extend_deadline, referral.number, party.number),
                   .fields = ui::text_field({.name = "forlangt-till",
                                                .label = words("More time, to"),
                                                .value = typed.empty() ? time::iso(party.last_day()) : typed,
                                                .is_short = true},
                       ui::Input::date, complaints, words),
                   .button = ui::submit(words("Give more time"), ui::Weight::quiet),
                   .is_narrow = true,
                   .seen = {sql::version_of<store::tables::party>(party)}});
}

Html act_forms(
    const Visit& visit, const Referral& referral, const Party& party, const ui::Complaints& complaints) {
    if (!may_run(visit)) return {};
    const auto& words = visit.words;
    const auto link = ui::proof(words("The party's own link"), {link_to(visit, party)});
    const auto answer = ui::button_link(with_query(visit.href(address::enter_letter, referral.number),
                                            {{"part", std::to_string(party.number)}}),
        words("Register its answer"), ui::Weight::filled);
    if (party.has_sent() || party.abstained_at) return html("{}<p>{}</p>", link, answer);
    return html(R"(
<h2>{title}</h2>
{link}
<p class="row">{answer} {mail}</p>
<div class="row">{reminded}{abstained}</div>
{extend})",
        "title"_a = words("The party's own link"), "link"_a = link, "answer"_a = answer,
        "mail"_a = mail_button(visit, referral, party),
        "reminded"_a =
            act_button(visit, party, visit.href(address::remind_party, referral.number, party.number),
                words("Note that it has been reminded")),
        "abstained"_a =
            act_button(visit, party, visit.href(address::record_abstention, referral.number, party.number),
                words("Note that it will not answer")),
        "extend"_a = extend_form(visit, referral, party, complaints));
}

Html facts_view(const Visit& visit, const Party& party) {
    const auto& words = visit.words;
    const auto when = [&](const std::optional<Instant>& t) {
        return t ? words.day(visit.site.clock.day(*t)) : words("No");
    };
    return html(R"(
<dl>
  <dt>{contact_label}</dt><dd>{contact}</dd>
  <dt>{asked_label}</dt><dd>{asked}</dd>
  <dt>{last_day_label}</dt><dd>{last_day}</dd>
  <dt>{reminded_label}</dt><dd>{reminded}</dd>
</dl>)",
        "contact_label"_a = words("E-mail or address"), "contact"_a = party.contact,
        "asked_label"_a = words.in("party", "Invited"), "asked"_a = when(party.invited_at),
        "last_day_label"_a = words("Last day"), "last_day"_a = words.day(party.last_day()),
        "reminded_label"_a = words("Reminded"), "reminded"_a = when(party.reminded_at));
}

Html correct_link(const Visit& visit, const Referral& referral, const Party& party) {
    if (!may_run(visit)) return {};
    return html(
        "<p>{}</p>", ui::button_link(visit.href(address::correct_party, referral.number, party.number),
                         visit.words("Correct its name or type"), ui::Weight::quiet));
}

Response party_page(const Visit& visit, const Referral& referral, const Party& party,
    const ui::Complaints& complaints, int status) {
    const auto body = html(R"(
<h1>{name}</h1>
<p class="meta">{kind} · {state}</p>
{facts}
{forms})",
        "name"_a = party.name, "kind"_a = shown(party.kind, visit.words),
        "state"_a = shown(party.state(visit.today()), visit.words), "facts"_a = facts_view(visit, party),
        "forms"_a = html(
            "{}{}", act_forms(visit, referral, party, complaints), correct_link(visit, referral, party)));
    return register_page(visit, party.name, body, complaints, status);
}

/// Does something with the party that the address names, and shows it again.
template <class Verb>
Response acted(const Visit& visit, Verb verb) {
    const auto referral = referral_of(visit);
    const auto party = referral ? party_of(visit, *referral) : std::nullopt;
    if (!party) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& act) { return verb(act, *party); });
    if (result) return see_other(party_href(visit, *referral, *party));
    if (result.error().complaints.empty()) return problem(visit, result.error().kind);
    return party_page(visit, *referral, *party, result.error().complaints, 422);
}

}  // namespace

Response party(const Visit& visit) {
    const auto referral = referral_of(visit);
    const auto party = referral ? party_of(visit, *referral) : std::nullopt;
    if (!party) return problem(visit, Failure::Kind::not_found);
    return party_page(visit, *referral, *party, {}, 200);
}

Response extend(const Visit& visit) {
    return acted(visit, [&](auto& act, const Party& party) -> Result<Party> {
        const auto last = time::read_day(visit.field("forlangt-till"));
        if (!last)
            return refuse(Failure::Kind::invalid, {{"forlangt-till", N_("Write the day as 2026-05-14")}});
        return app::extend_party(act, party, *last);
    });
}

Response remind(const Visit& visit) {
    return acted(visit, [&](auto& act, const Party& party) { return app::remind_party(act, party); });
}

Response abstain(const Visit& visit) {
    return acted(visit, [&](auto& act, const Party& party) { return app::abstain(act, party); });
}

}  // namespace medskapa::web::referral::desk
