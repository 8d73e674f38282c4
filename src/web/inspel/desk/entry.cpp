#include "web/inspel/desk/entry.hpp"

#include "app/inspel/inspel.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/fields.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/field_names.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::inspel::desk {
namespace {

using ui::Choice;
using ui::name_in_form;

std::vector<Choice> channel_choices(const Words& words) {
    auto choices = ui::choices_of<Channel>(words);
    std::erase_if(choices, [](const Choice& choice) {
        return choice.value == name_of(Channel::web) || choice.value == name_of(Channel::referral);
    });
    return choices;
}

std::vector<Choice> activity_choices(const Visit& visit) {
    std::vector<Choice> choices{{"", visit.words("None"), {}}};
    for (const auto& activity : store::activities_of(visit.db, visit.process->id))
        choices.push_back({activity.slug, visit.in(activity.title), {}});
    return choices;
}

struct Typed {
    InspelDraft draft;
    std::string channel;
    std::string activity;
    std::string received;
};

/// What somebody else said: the form speaks to the one who writes it down.
Html said_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html("{}{}",
        ui::text_area({.name = name_in_form(Field::text),
                          .label = words("The inspel"),
                          .value = draft.text,
                          .hint = words("Copy it word for word.")},
            8, complaints, words),
        ui::text_field({.name = name_in_form(Field::heading),
                           .label = words("Title"),
                           .value = draft.title,
                           .is_optional = true},
            ui::Input::text, complaints, words));
}

Html about_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto s = inspel::surroundings_of(visit);
    return html("{}{}{}",
        ui::select({.name = name_in_form(Field::concerns),
                       .label = words("What does it concern?"),
                       .value = draft.concerns},
            inspel::subject_choices(s, visit, draft.concerns), complaints, words),
        ui::select({.name = name_in_form(Field::topic),
                       .label = words("Topic"),
                       .value = draft.topic,
                       .is_optional = true},
            inspel::topic_choices(s, visit, words("Nothing chosen")), complaints, words),
        ui::select({.name = name_in_form(Field::municipality),
                       .label = words("Municipality"),
                       .value = draft.municipality,
                       .is_optional = true,
                       .is_short = true},
            inspel::municipality_choices(s, visit, words("Not stated")), complaints, words));
}

Html writer_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto texts = each(sender_texts, [&](const SenderText& text) {
        return ui::text_field({.name = name_in_form(text.field),
                                  .label = words(text.label),
                                  .value = draft.*text.typed,
                                  .is_optional = true},
            ui::Input::text, complaints, words);
    });
    return html("{}{}{}",
        ui::select({.name = name_in_form(Field::actor_kind),
                       .label = words("Type of sender"),
                       .value = draft.actor_kind},
            ui::choices_of<ActorKind>(words), complaints, words),
        texts,
        ui::text_field(
            {.name = name_in_form(Field::contact),
                .label = words("E-mail or telephone"),
                .value = draft.contact,
                .hint =
                    words("Not published, but it may have to be handed out as part of a public document."),
                .is_optional = true},
            ui::Input::text, complaints, words));
}

Html arrival_fields(const Visit& visit, const Typed& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html("{}{}{}",
        ui::select({.name = name_in_form(Field::channel),
                       .label = words("How did it come?"),
                       .value = typed.channel},
            channel_choices(words), complaints, words),
        ui::text_field({.name = name_in_form(Field::received),
                           .label = words("Received"),
                           .value = typed.received,
                           .is_short = true},
            ui::Input::date, complaints, words),
        ui::select({.name = name_in_form(Field::activity),
                       .label = words("Activity"),
                       .value = typed.activity,
                       .is_optional = true},
            activity_choices(visit), complaints, words));
}

Response entry_page(const Visit& visit, const Typed& typed, const ui::Complaints& complaints,
    const Html& notice, int status) {
    const auto& words = visit.words;
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1>
<form method="post" action="{action}" class="narrow" enctype="multipart/form-data" novalidate>{guard}{said}{files}{arrival}{about}{writer}<p>{submit}</p></form>
<ul class="keys"><li><kbd>Ctrl</kbd> <kbd>Enter</kbd> {key}</li></ul>)",
        "errors"_a =
            ui::error_summary(complaints, {{name_in_form(Field::received), words("Received")}}, words),
        "notice"_a = notice, "title"_a = words("Register an inspel"),
        "action"_a = visit.href(address::enter_inspel), "guard"_a = form_guard(visit, ""),
        "said"_a = said_fields(visit, typed.draft, complaints),
        "files"_a = inspel::files_field(
            visit, words("Files"), FileKinds::mail, complaints, status == 200 ? Coming::anew : Coming::back),
        "arrival"_a = arrival_fields(visit, typed, complaints),
        "about"_a = about_fields(visit, typed.draft, complaints),
        "writer"_a = writer_fields(visit, typed.draft, complaints),
        "submit"_a = ui::submit(words("Save and enter the next"), ui::Weight::filled),
        "key"_a = words("save and enter the next"));
    return page_with_form(
        desk_page(visit, words("Register an inspel"), body, "skriv-in"), visit, complaints, status);
}

Typed typed_in(const Visit& visit) {
    const auto typed = [&](Field field) { return std::string{visit.field(name_of(field))}; };
    return {
        inspel::typed_draft(visit), typed(Field::channel), typed(Field::activity), typed(Field::received)};
}

/// The next letter of the pile is mostly of the same kind and day.
Typed next_after(const Typed& typed) {
    Typed next;
    next.channel = typed.channel;
    next.activity = typed.activity;
    next.received = typed.received;
    next.draft.actor_kind = typed.draft.actor_kind;
    next.draft.municipality = typed.draft.municipality;
    return next;
}

ui::Complaints complaints_about_draft(const Visit& visit, const InspelDraft& draft) {
    const auto s = inspel::surroundings_of(visit);
    const auto inspel = compose({s.topics, s.subjects, s.municipalities}, draft, Channel::paper);
    return inspel ? ui::Complaints{} : inspel.error().complaints;
}

Result<app::Entered> entered_from(const Visit& visit, const Typed& typed) {
    app::Entered entered;
    entered.draft = typed.draft;
    ui::Complaints complaints;
    if (!find_name<Channel>(typed.channel, entered.channel) || entered.channel == Channel::referral)
        complaints.push_back({Field::channel, N_("Choose how it came"), {}});
    const auto day = time::read_day(typed.received);
    if (!day) complaints.push_back(ui::not_a_day("mottaget", typed.received));
    if (!complaints.empty()) {
        const auto more = complaints_about_draft(visit, typed.draft);
        complaints.insert(complaints.end(), more.begin(), more.end());
        return refuse(Failure::Kind::invalid, complaints);
    }
    entered.received_at = std::min(visit.now, visit.site.clock.start_of(*day));
    if (*day > visit.today()) entered.received_at = visit.site.clock.start_of(*day);
    if (const auto activity = store::activity_named(visit.db, visit.process->id, typed.activity)) {
        entered.activity = activity->id;
        entered.step = activity->step;
    }
    return entered;
}

Html code_notice(const Visit& visit, const app::Receipt& receipt) {
    const auto& words = visit.words;
    return ui::notice(ui::Tone::good,
        html("<p>{}</p><p>{} <code>{}</code></p>",
            words.rich("Registered as {}. It waits for review.",
                html("<a href=\"{}\">I-{}</a>", visit.href(address::inspel_workbench, receipt.number),
                    receipt.number)),
            words("The sender's receipt code, to send or read aloud:"), readable_code(receipt.code)));
}

}  // namespace

Response entry_form(const Visit& visit) {
    Typed typed;
    typed.channel = name_of(Channel::paper);
    typed.received = time::iso(visit.today());
    typed.draft.actor_kind = name_of(ActorKind::citizen);
    return entry_page(visit, typed, {}, {}, 200);
}

Response enter(const Visit& visit) {
    const auto typed = typed_in(visit);
    auto entered = entered_from(visit, typed);
    if (!entered) return entry_page(visit, typed, entered.error().complaints, {}, 422);
    entered->files = inspel::typed_files(visit);
    const auto receipt =
        visit.write([&](auto& act) { return app::enter_inspel(act, *entered, visit.site.secret); });
    if (receipt) return entry_page(visit, next_after(typed), {}, code_notice(visit, *receipt), 200);
    return entry_page(visit, typed, receipt.error().complaints, {}, status_of(receipt.error().kind));
}

}  // namespace medskapa::web::inspel::desk
