#include "web/inspel/desk/entry_fields.hpp"

#include "store/site/site_store.hpp"
#include "web/inspel/fields.hpp"
#include "web/inspel/views.hpp"
#include "web/ui/forms/field_names.hpp"

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

Html contact_field(const Visit& visit, const std::string& contact, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_field(
        {.name = name_in_form(Field::contact),
            .label = words("E-mail or telephone"),
            .value = contact,
            .hint = words("Not published, but it may have to be handed out as part of a public document."),
            .is_optional = true},
        ui::Input::text, complaints, words);
}

Html writer_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::select({.name = name_in_form(Field::actor_kind),
                                 .label = words("Type of sender"),
                                 .value = draft.actor_kind},
        ui::choices_of<ActorKind>(words), complaints, words);
    for (const auto& text : sender_texts)
        fields += ui::text_field({.name = name_in_form(text.field),
                                     .label = words(text.label),
                                     .value = draft.*text.typed,
                                     .is_optional = true},
            ui::Input::text, complaints, words);
    fields += contact_field(visit, draft.contact, complaints);
    return fields;
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

}  // namespace

Html entry_fields(const Visit& visit, const Typed& typed, const ui::Complaints& complaints, Coming coming) {
    auto fields = said_fields(visit, typed.draft, complaints);
    fields += inspel::files_field(visit, visit.words("Files"), FileKinds::mail, complaints, coming);
    fields += arrival_fields(visit, typed, complaints);
    fields += about_fields(visit, typed.draft, complaints);
    fields += writer_fields(visit, typed.draft, complaints);
    return fields;
}

}  // namespace medskapa::web::inspel::desk
