#include "web/organisation/mandate_view.hpp"

#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/words.hpp"
#include "web/ui/forms/field_names.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::organisation {
namespace {

using app::MandateDoor;
using app::OpenedMandate;
using State = Mandate::State;

std::string own_href(const Visit& visit) {
    return visit.href(address::mandate_page, visit.path.at("speaker"));
}

Html name_field(const Visit& visit, Field field, const ui::Complaints& complaints) {
    const auto name = ui::name_in_form(field);
    return ui::text_field({.name = name,
                              .label = visit.words("Your name"),
                              .value = std::string{visit.field(name)},
                              .hint = visit.words("Kept with the answer. Not published."),
                              .autocomplete = "name"},
        ui::Input::text, complaints, visit.words);
}

Html button(const char* does, const std::string& text, const char* look = "btn") {
    return html(R"(<button class="{}" name="gor" value="{}">{}</button>)", look, does, text);
}

/// Whether the person's own address is one of the organisation's.
std::string about_address(const Visit& visit, const OpenedMandate& opened) {
    const auto& domain = opened.organisation.domain;
    if (domain.empty() || opened.mandate.address.empty()) return {};
    return opened.mandate.address.ends_with('@' + domain)
               ? visit.words("The person's address ends with @{}.", domain)
               : visit.words("The person's address does not end with @{}.", domain);
}

/// The inspel as it was sent, since who confirms it must know what it says; once it is published, as
/// everybody reads it.
Html inspel_view(const Visit& visit, const Mandate& mandate) {
    const auto inspel = store::find_inspel(visit.db, mandate.inspel);
    if (!inspel || !is_living(*inspel)) return {};
    const bool is_public = inspel->state == Inspel::State::published;
    const auto& title = is_public ? inspel->shown_title : inspel->title;
    const auto& text = is_public ? inspel->shown_text : inspel->text;
    const bool is_another = title != inspel->title || text != inspel->text;
    return html(R"(<h2>{title}</h2>{note}<div class="original as-typed"{lang}>{text}</div>)",
        "title"_a = title,
        "note"_a = when(is_another,
            html("<p class=\"meta\">{}</p>",
                visit.words("This is the copy that everybody reads. Parts of it are masked or changed."))),
        "lang"_a = visit.words.lang(inspel->language), "text"_a = text);
}

Html scope_field(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const std::string typed{visit.field(name_of(Field::scope))};
    return ui::radio_group({.name = ui::name_in_form(Field::scope),
                               .label = words("What may the person say in your name?"),
                               .value = typed.empty() ? std::string{name_of(Mandate::Scope::inspel)} : typed},
        {{std::string{name_of(Mandate::Scope::inspel)}, words("This inspel only"), {}},
            {std::string{name_of(Mandate::Scope::process)}, words("The whole process"),
                words("The person may also confirm others who send an inspel in your name.")}},
        complaints, words);
}

Html confirm_form(const Visit& visit, const Html& buttons, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto day = ui::name_in_form(Field::last_day);
    const std::string typed{visit.field(day)};
    auto fields = scope_field(visit, complaints);
    fields +=
        ui::text_field({.name = day,
                           .label = words("Last day that it is good for"),
                           .value = typed.empty() ? time::iso(visit.today() + std::chrono::days{365}) : typed,
                           .is_short = true},
            ui::Input::date, complaints, words);
    fields += name_field(visit, Field::confirmed_by, complaints);
    return post_form(visit, {.action = own_href(visit), .fields = fields, .button = buttons});
}

Html question_view(const Visit& visit, const OpenedMandate& opened, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto address = about_address(visit, opened);
    const auto buttons = html(R"(<span class="row">{} {}</span>)", button("bekrafta", words("Confirm")),
        button("avboj", words("The person does not speak for us"), "btn quiet"));
    return html(R"(
<p class="lead">{lead}</p>
<dl class="facts"><dt>{name}</dt><dd>{speaker}</dd><dt>{email}</dt><dd>{address}</dd></dl>{domain}
{inspel}
<h2>{question}</h2>
{form})",
        "lead"_a = words("{} has sent an inspel in the name of {}. Read it, and say whether that is right.",
            opened.mandate.speaker, opened.organisation.name),
        "name"_a = words("Name"), "speaker"_a = opened.mandate.speaker, "email"_a = words("E-mail address"),
        "address"_a = opened.mandate.address,
        "domain"_a = address.empty() ? Html{} : html("<p>{}</p>", address),
        "inspel"_a = inspel_view(visit, opened.mandate),
        "question"_a = words("Does the person speak for you?"),
        "form"_a = confirm_form(visit, buttons, complaints));
}

/// A no, to the one who may take it back.
Html declined_view(const Visit& visit, const OpenedMandate& opened, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& mandate = opened.mandate;
    return html(R"(<p class="lead">{lead}</p><p>{sender}</p>{inspel}<h2>{question}</h2>{form})",
        "lead"_a = words(
            "{} has answered that {} does not speak for it.", opened.organisation.name, mandate.speaker),
        "sender"_a = words("If that was a mistake, confirm it here. We then tell the sender."),
        "inspel"_a = inspel_view(visit, mandate), "question"_a = words("Does the person speak for you?"),
        "form"_a = confirm_form(visit, button("bekrafta", words("Confirm")), complaints));
}

/// What has been said, to the one who may take it back.
Html withdraw_form(const Visit& visit, const OpenedMandate& opened) {
    const auto& words = visit.words;
    const auto state = opened.mandate.state();
    if (state != State::stands && state != State::half) return {};
    return html(R"(<details class="more"><summary>{name}</summary><p>{consequence}</p>{form}</details>)",
        "name"_a = words("Take it back"),
        "consequence"_a = words("What has been said in the name of {} stands, and is marked: the sender does "
                                "not speak for it any more.",
            opened.organisation.name),
        "form"_a = post_form(visit,
            {.action = own_href(visit), .button = button("aterkalla", words("Take it back"), "btn quiet")}));
}

/// How to have a second person approve: whoever has the link may.
Html second_view(const Visit& visit, const Mandate& mandate) {
    if (mandate.state() != State::half) return {};
    const auto& words = visit.words;
    return html("<p>{}</p>{}",
        words("A second person with you has to approve. Send them this link; they read the same and write "
              "their name."),
        ui::proof(words("Link for the second person"),
            {full_address(visit, app::approvers_link(mandate, visit.site.secret))}));
}

Html state_view(const Visit& visit, const OpenedMandate& opened) {
    const auto& words = visit.words;
    const auto& mandate = opened.mandate;
    switch (mandate.state()) {
        case State::asked: return html("<p>{}</p>", words("The organisation has not answered yet."));
        case State::declined:
            return html("<p>{}</p>", words("{} has answered that {} does not speak for it.",
                                         opened.organisation.name, mandate.speaker));
        case State::half:
            return html("<p>{}</p>", words("{} confirmed it on {}. It waits for a second person.",
                                         mandate.confirmer, day_of(visit, mandate.confirmed_at.value())));
        case State::stands:
        case State::withdrawn: break;
    }
    return html(
        R"(<p>{standing}</p><dl class="facts"><dt>{good_for}</dt><dd>{scope}</dd><dt>{last}</dt><dd>{day}</dd></dl>)",
        "standing"_a = standing_of(visit, mandate), "good_for"_a = words("Good for"),
        "scope"_a = shown(mandate.scope, words), "last"_a = words("Last day"),
        "day"_a = mandate.last_day ? words.day(*mandate.last_day) : std::string{});
}

/// Of the registrar and of whom they send on to: the address that was asked is another now.
Html dead_view(const Visit& visit, const OpenedMandate& opened) {
    return html("<p class=\"lead\">{}</p>",
        visit.words("The link is no longer good: {} answers at another address since it was sent.",
            opened.organisation.name));
}

Html registrars_view(const Visit& visit, const OpenedMandate& opened, const ui::Complaints& complaints) {
    if (!app::is_still_registrar(opened)) return dead_view(visit, opened);
    if (opened.mandate.state() == State::asked) return question_view(visit, opened, complaints);
    if (opened.mandate.state() == State::declined) return declined_view(visit, opened, complaints);
    const bool may_approve = app::has_standing_confirmer(visit.db, opened, visit.today());
    return html("{}{}{}", state_view(visit, opened),
        may_approve ? second_view(visit, opened.mandate) : Html{}, withdraw_form(visit, opened));
}

Html approvers_view(const Visit& visit, const OpenedMandate& opened, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!opened.mandate.through && !app::is_still_registrar(opened)) return dead_view(visit, opened);
    if (opened.mandate.state() != State::half) return state_view(visit, opened);
    if (!app::has_standing_confirmer(visit.db, opened, visit.today()))
        return html("<p class=\"lead\">{}</p>",
            words("The link is no longer good: the one who confirmed it does not speak for {} any more.",
                opened.organisation.name));
    return html(R"(<p class="lead">{}</p>{}{})",
        words("{} has confirmed that {} speaks for {}, and asks you to approve it.", opened.mandate.confirmer,
            opened.mandate.speaker, opened.organisation.name),
        inspel_view(visit, opened.mandate),
        post_form(visit, {.action = own_href(visit),
                             .fields = name_field(visit, Field::approved_by, complaints),
                             .button = button("godkann", words("Approve"))}));
}

/// Those who wait for an answer, as a representative reads them, and the form that confirms one.
Html waiting_view(const Visit& visit, const std::vector<Mandate>& waiting, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (waiting.empty()) return html("<p>{}</p>", words("Nobody waits."));
    Html read;
    std::vector<ui::Choice> choices;
    for (const auto& one : waiting) {
        const auto who = one.speaker + ", " + one.address;
        read += html(R"(<article>{}<p class="meta">{}</p></article>)", inspel_view(visit, one), who);
        choices.push_back({one.public_id, who, {}});
    }
    const std::string typed{visit.field("fullmakt")};
    const auto fields = html("{}{}",
        ui::radio_group({.name = "fullmakt",
                            .label = words("Who speaks for you?"),
                            .value = typed.empty() ? waiting.front().public_id : typed},
            choices, complaints, words),
        name_field(visit, Field::confirmed_by, complaints));
    return html("{}{}", read,
        post_form(visit, {.action = own_href(visit),
                             .fields = fields,
                             .button = button("bekrafta-annan", words("Confirm the chosen inspel"))}));
}

/// Those whom the person has confirmed, and that wait for a second.
Html halves_view(const Visit& visit, const OpenedMandate& opened) {
    Html all;
    for (const auto& one : store::mandates_of(visit.db, opened.mandate.process, opened.organisation.id))
        if (one.through == opened.mandate.id && one.state() == State::half)
            all += html("<h3>{}</h3>{}", one.speaker, second_view(visit, one));
    return all;
}

Html persons_view(const Visit& visit, const OpenedMandate& opened, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const bool may = opened.mandate.is_representative(visit.today());
    const auto others =
        may ? html("<h2>{}</h2>{}", words("Waits for an answer"),
                  waiting_view(visit, app::waiting_for(visit.db, opened, visit.today()), complaints))
            : Html{};
    return html("{state}{others}{halves}{withdraw}", "state"_a = state_view(visit, opened),
        "others"_a = others, "halves"_a = may ? halves_view(visit, opened) : Html{},
        "withdraw"_a = withdraw_form(visit, opened));
}

}  // namespace

Html mandate_view(const Visit& visit, const app::OpenedMandate& opened, const ui::Complaints& complaints) {
    switch (opened.door) {
        case MandateDoor::registrar: return registrars_view(visit, opened, complaints);
        case MandateDoor::approver: return approvers_view(visit, opened, complaints);
        case MandateDoor::person: break;
    }
    return persons_view(visit, opened, complaints);
}

}  // namespace medskapa::web::organisation
