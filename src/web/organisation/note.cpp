#include "web/organisation/note.hpp"

#include "app/organisation/mandate.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/words.hpp"
#include "web/ui/forms/field_names.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::organisation {
namespace {

using State = Mandate::State;

Html all_from(const Visit& visit, const Organisation& organisation) {
    return html(R"(<p><a href="{}">{}</a></p>)",
        visit.href(address::one_organisation_page, organisation.public_id),
        visit.words("All from {}", organisation.name));
}

/// What a masked name stood for is not told by a link.
bool is_shown_as_sent(const Inspel& inspel) {
    return !inspel.organisation.empty() && inspel.shown_organisation == inspel.organisation;
}

Html note_of(const Visit& visit, const Inspel& inspel, const Mandate& mandate) {
    const auto organisation = store::find_organisation(visit.db, mandate.organisation).value();
    return html(R"(<div class="notice"><p>{}</p>{}</div>)", standing_of(visit, mandate),
        is_shown_as_sent(inspel) ? all_from(visit, store::standing_organisation(visit.db, organisation))
                                 : Html{});
}

Html request_form(const Visit& visit, const Organisation& organisation, const std::string& code,
    const std::string& contact, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](Field field, const std::string& otherwise) {
        const std::string value{visit.field(name_of(field))};
        return value.empty() ? otherwise : value;
    };
    auto fields = ui::text_field({.name = ui::name_in_form(Field::person),
                                     .label = words("Your name"),
                                     .value = typed(Field::person, {}),
                                     .hint = words("The organisation reads it. Not published."),
                                     .autocomplete = "name"},
        ui::Input::text, complaints, words);
    fields += ui::text_field({.name = ui::name_in_form(Field::email),
                                 .label = words("Your own e-mail address"),
                                 .value = typed(Field::email, contact),
                                 .hint = words("We tell you there what the organisation answers."),
                                 .autocomplete = "email"},
        ui::Input::email, complaints, words);
    return post_form(
        visit, {.action = visit.href(address::ask_for_mandate, code),
                   .fields = fields,
                   .button = ui::submit(words("Ask {} to confirm", organisation.name), ui::Weight::quiet)});
}

Html request_part(const Visit& visit, const Inspel& inspel, const Organisation& organisation,
    const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!app::has_who_answers(visit.db, visit.process->id, organisation, visit.today()))
        return html(
            "<p>{}</p>", words("We do not know at which address {} answers. Write to {}, and we find out.",
                             organisation.name, visit.process->contact_email));
    const auto contact = store::contact_of(visit.db, inspel.id);
    const auto how =
        organisation.registrar.empty()
            ? words(
                  "Somebody who speaks for {} already can then confirm it, by a link of their own. Until "
                  "then your inspel is marked “sender not confirmed”.",
                  organisation.name)
            : words(
                  "We then send a question to the address that {} has given us. Until it has answered, "
                  "your inspel is marked “sender not confirmed”.",
                  organisation.name);
    return html(R"(<p>{how}</p><details class="more"{open}><summary>{name}</summary>{form}</details>)",
        "how"_a = how, "open"_a = when(!complaints.empty(), html(" open")),
        "name"_a = words("Ask {} to confirm that you speak for it", organisation.name),
        "form"_a = request_form(
            visit, organisation, code, contact.find('@') == contact.npos ? "" : contact, complaints));
}

/// How a question that has been asked stands, for the one who asked it.
Html asked_part(const Visit& visit, const Mandate& mandate, const Organisation& organisation) {
    const auto& words = visit.words;
    switch (mandate.state()) {
        case State::asked:
            if (mandate.sent_to.empty())
                return html("<p>{}</p>", words("Somebody who speaks for {} already can confirm it. We tell "
                                               "you when they have answered.",
                                             organisation.name));
            return html("<p>{}</p>", words("We asked {} on {}. We tell you when it has answered.",
                                         organisation.name, day_of(visit, mandate.asked_at)));
        case State::half:
            return html(
                "<p>{}</p>", words("{} has confirmed it, and a second person there has yet to approve.",
                                 organisation.name));
        case State::declined:
            return html("<p>{}</p>", words("{} has answered that you do not speak for it. If that is wrong, "
                                           "ask them to open the link in our question again: they can still "
                                           "confirm it there.",
                                         organisation.name));
        case State::stands:
        case State::withdrawn: break;
    }
    return html("<p>{}</p>", standing_of(visit, mandate));
}

/// Why a question that has been asked, or answered, is asked anew.
Html why_again(const Visit& visit, const Mandate& mandate, const Organisation& organisation) {
    if (mandate.sent_to != organisation.registrar && !organisation.registrar.empty())
        return html("<p>{}</p>",
            visit.words("{} answers at another address since then. Ask again.", organisation.name));
    if (mandate.state() != State::half) return {};
    return html(
        "<p>{}</p>", visit.words("The one who confirmed it does not speak for {} any more. Ask again.",
                         organisation.name));
}

Html unknown_part(const Visit& visit, const Inspel& inspel) {
    return html("<p>{}</p>",
        visit.words("{} is not in our register of organisations. Write to {}, and we add it. Until then your "
                    "inspel is marked “sender not confirmed”.",
            inspel.organisation, visit.process->contact_email));
}

}  // namespace

std::string day_of(const Visit& visit, Instant when) {
    return visit.words.day(visit.site.clock.day(when));
}

std::string full_address(const Visit& visit, const std::string& link) {
    return visit.site.base_url + visit.href(address::mandate_page, link);
}

std::string standing_of(const Visit& visit, const Mandate& mandate) {
    const auto& words = visit.words;
    const auto since = mandate.stood_from();
    if (!since) return words("Sender not confirmed.");
    auto standing = words("Sender confirmed by the organisation {}.", day_of(visit, *since));
    if (mandate.withdrawn_at)
        standing += " " + words("The sender speaks for it no more since {}. What was said before stands.",
                              day_of(visit, *mandate.withdrawn_at));
    return standing;
}

Html note(const Visit& visit, const Inspel& inspel) {
    if (const auto party = store::organisation_of_answer(visit.db, inspel.id))
        return all_from(visit, store::standing_organisation(visit.db, *party));
    if (const auto mandate = store::mandate_of(visit.db, inspel.id))
        return mandate->stood_from() ? note_of(visit, inspel, *mandate)
                                     : html(R"(<p class="late">{}</p>)", standing_of(visit, *mandate));
    if (inspel.shown_organisation.empty() || inspel.channel != Channel::web) return {};
    return html(R"(<p class="late">{}</p>)", visit.words("Sender not confirmed."));
}

Html ask_part(
    const Visit& visit, const Inspel& inspel, const std::string& code, const ui::Complaints& complaints) {
    if (inspel.organisation.empty() || inspel.channel == Channel::referral) return {};
    const auto title =
        html("<h2>{}</h2>", visit.words("You have sent the inspel for {}", inspel.organisation));
    const auto mandate = store::mandate_of(visit.db, inspel.id);
    const auto organisation = app::organisation_named_in(visit.db, inspel);
    if (!organisation) return is_living(inspel) ? html("{}{}", title, unknown_part(visit, inspel)) : Html{};
    const bool may_ask = app::may_ask(visit.db, inspel, *organisation, visit.now, visit.today());
    Html part;
    if (mandate) part += asked_part(visit, *mandate, *organisation);
    if (mandate && may_ask) part += why_again(visit, *mandate, *organisation);
    if (may_ask) part += request_part(visit, inspel, *organisation, code, complaints);
    return part.empty() ? Html{} : html("{}{}", title, part);
}

}  // namespace medskapa::web::organisation
