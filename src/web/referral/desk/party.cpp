#include "app/referral/referral.hpp"
#include "base/address.hpp"
#include "store/referral/referral_store.hpp"
#include "web/referral/desk/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral::desk {
namespace {

using referral::shown;

std::string party_href(const Visit& visit, const Referral& referral, const Party& party) {
    return register_href(visit, referral, "/parter/" + std::to_string(party.number));
}

std::string link_to(const Visit& visit, const Party& party) {
    return referral::full_address(
        visit, visit.process_href("/remiss/svar/" + app::link_of(party, visit.site.secret)));
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

Html act(const Visit& visit, const std::string& href, const std::string& text) {
    return html(R"(<form method="post" action="{}">{}{}</form>)", href, form_guard(visit, ""),
        ui::submit(text, ui::Weight::quiet));
}

Html extend_form(
    const Visit& visit, const std::string& href, const Party& party, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = std::string{visit.field("forlangt-till")};
    return html(
        R"(<form method="post" action="{}/forlangning" class="narrow" novalidate>{}{}<p>{}</p></form>)", href,
        form_guard(visit, ""),
        ui::text_field({.name = "forlangt-till",
                           .label = words("More time, to"),
                           .value = typed.empty() ? time::iso(party.last_day()) : typed,
                           .is_short = true},
            ui::Input::date, complaints, words),
        ui::submit(words("Give more time"), ui::Weight::quiet));
}

Html acts(
    const Visit& visit, const Referral& referral, const Party& party, const ui::Complaints& complaints) {
    if (!may_run(visit)) return {};
    const auto& words = visit.words;
    const auto href = party_href(visit, referral, party);
    const auto link = ui::proof(words("The party's own link"), {link_to(visit, party)});
    const auto answer =
        ui::button_link(register_href(visit, referral, "/svar?part=") + std::to_string(party.number),
            words("Register its answer"), ui::Weight::filled);
    if (party.answered_at || party.abstained_at) return html("{}<p>{}</p>", link, answer);
    return html(R"(<h2>{}</h2>{}<p class="row">{} {}</p><div class="row">{}{}</div>{})",
        words("The party's own link"), link, answer, mail_button(visit, referral, party),
        act(visit, href + "/paminnelse", words("Note that it has been reminded")),
        act(visit, href + "/avstar", words("Note that it will not answer")),
        extend_form(visit, href, party, complaints));
}

Html known(const Visit& visit, const Party& party) {
    const auto& words = visit.words;
    const auto when = [&](const std::optional<Instant>& t) {
        return t ? words.day(visit.site.clock.day(*t)) : words("No");
    };
    return html(
        R"(<dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>)",
        words("E-mail or address"), party.contact, words.in("party", "Asked"), when(party.invited_at),
        words("Last day"), words.day(party.last_day()), words("Reminded"), when(party.reminded_at));
}

Response party_page(const Visit& visit, const Referral& referral, const Party& party,
    const ui::Complaints& complaints, int status) {
    const auto body = html(R"(<h1>{}</h1><p class="meta">{} · {}</p>{}{})", party.name,
        shown(party.kind, visit.words), shown(party.state(visit.today()), visit.words), known(visit, party),
        acts(visit, referral, party, complaints));
    return register_page(visit, party.name, body, complaints, status);
}

/// Does something with the party that the address names, and shows it again.
template <class Verb>
Response done(const Visit& visit, Verb verb) {
    const auto referral = referral_of(visit);
    const auto party = referral ? party_of(visit, *referral) : std::nullopt;
    if (!party) return problem(visit, Failure::Kind::not_found);
    const auto result = visit.write([&](auto& tx) { return verb(tx, *party); });
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
    return done(visit, [&](auto& tx, const Party& party) -> Result<Party> {
        const auto last = time::read_day(visit.field("forlangt-till"));
        if (!last)
            return refuse(Failure::Kind::invalid, {{"forlangt-till", N_("Write the day as 2026-05-14")}});
        return app::extend_party(tx, visit.permit, *visit.process, party, *last);
    });
}

Response remind(const Visit& visit) {
    return done(visit, [&](auto& tx, const Party& party) {
        return app::remind_party(tx, visit.permit, *visit.process, party);
    });
}

Response abstain(const Visit& visit) {
    return done(visit,
        [&](auto& tx, const Party& party) { return app::abstain(tx, visit.permit, *visit.process, party); });
}

}  // namespace medskapa::web::referral::desk
