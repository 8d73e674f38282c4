#include "web/inspel/fields.hpp"

#include "store/document/document_store.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/ui/forms/field_names.hpp"

namespace medskapa::web::inspel {
namespace {

using ui::Choice;
using ui::name_in_form;

/// Where the sender proposes other words for a paragraph: the words as they stand, to be written over.
Html proposal_field(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    if (!draft.instead_of) return {};
    return html("{}{}", ui::hidden_field("i-stallet-for", std::to_string(draft.instead_of.value)),
        ui::text_area({.name = name_in_form(Field::proposal),
                          .label = visit.words("Your wording of {}", draft.concerns),
                          .value = draft.proposal,
                          .hint = visit.words(
                              "Change what you want to change. Everybody sees what you took away and added."),
                          .is_optional = true},
            6, complaints, visit.words));
}

Html text_of_sender(
    const Visit& visit, const SenderText& text, const InspelDraft& draft, const ui::Complaints& complaints) {
    return ui::text_field({.name = name_in_form(text.field),
                              .label = visit.words(text.question),
                              .value = draft.*text.typed,
                              .hint = visit.words(text.hint),
                              .is_optional = true,
                              .autocomplete = text.autocomplete},
        ui::Input::text, complaints, visit.words);
}

/// What one wants to say, in one's own words.
Html words_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::text_area(
        {.name = name_in_form(Field::text),
            .label = draft.instead_of ? words("Why?") : words("Your inspel"),
            .value = draft.text,
            .hint = words(
                "Use your own words. Bring up as many things as you like: we answer each point separately.")},
        8, complaints, words);
    fields += ui::text_field({.name = name_in_form(Field::heading),
                                 .label = words("Title"),
                                 .value = draft.title,
                                 .is_optional = true},
        ui::Input::text, complaints, words);
    return fields;
}

Html municipality_field(
    const Visit& visit, const Surroundings& s, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::select({.name = name_in_form(Field::municipality),
                          .label = words("Municipality"),
                          .value = draft.municipality,
                          .hint = words("We want comments from the whole region."),
                          .is_optional = true,
                          .is_short = true},
        municipality_choices(s, visit, words("I do not want to say")), complaints, words);
}

/// What it is about, and from where in the region.
Html about_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto s = surroundings_of(visit);
    auto fields = ui::select({.name = name_in_form(Field::concerns),
                                 .label = words("What does it concern?"),
                                 .value = draft.concerns},
        subject_choices(s, visit, draft.concerns), complaints, words);
    fields += ui::select({.name = name_in_form(Field::topic),
                             .label = words("Topic"),
                             .value = draft.topic,
                             .is_optional = true},
        topic_choices(s, visit, words("Let us choose the topic")), complaints, words);
    fields += municipality_field(visit, s, draft, complaints);
    return fields;
}

}  // namespace

std::vector<Choice> topic_choices(const Surroundings& s, const Visit& visit, const std::string& none) {
    std::vector<Choice> choices{{"", none, {}}};
    for (const auto& topic : s.topics) choices.push_back({topic.slug, visit.in(topic.title), {}});
    return choices;
}

std::vector<Choice> subject_choices(const Surroundings& s, const Visit& visit, const std::string& chosen) {
    std::vector<Choice> choices;
    if (store::node_named(visit.db, visit.process->id, chosen))
        choices.push_back({chosen, visit.words("Paragraph {}", chosen), {}});
    for (const auto& subject : s.subjects) {
        if (subject.key == chosen && !choices.empty()) continue;
        const auto title = visit.in(subject.title);
        choices.push_back(
            {subject.key, subject.is_event() ? visit.words("In the calendar: {}", title) : title, {}});
    }
    return choices;
}

std::vector<Choice> municipality_choices(const Surroundings& s, const Visit& visit, const std::string& none) {
    std::vector<Choice> choices{{"", none, {}}};
    for (const auto& place : s.municipalities) choices.push_back({place.code, place.name, {}});
    choices.push_back({"outside", visit.words("Outside the region"), {}});
    return choices;
}

Html draft_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    auto fields = proposal_field(visit, draft, complaints);
    fields += words_fields(visit, draft, complaints);
    fields += about_fields(visit, draft, complaints);
    fields += sender_fields(visit, draft, complaints);
    for (const auto& text : sender_texts)
        if (!text.stands_for_sender) fields += text_of_sender(visit, text, draft, complaints);
    return fields;
}

Html sender_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::select(
        {.name = name_in_form(Field::actor_kind), .label = words("I answer as"), .value = draft.actor_kind},
        ui::choices_of<ActorKind>(words), complaints, words);
    for (const auto& text : sender_texts)
        if (text.stands_for_sender) fields += text_of_sender(visit, text, draft, complaints);
    return fields;
}

Html contact_field(const Visit& visit, const std::string& contact, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_field({.name = name_in_form(Field::contact),
                              .label = words("E-mail or telephone"),
                              .value = contact,
                              .hint = words("So that we can reach you with questions. Not published, but it "
                                            "may have to be handed out as part of a public document."),
                              .is_optional = true},
        ui::Input::text, complaints, words);
}

InspelDraft typed_draft(const Visit& visit) {
    const auto typed = [&](Field field) { return std::string{visit.field(name_of(field))}; };
    InspelDraft draft{.title = typed(Field::heading),
        .text = typed(Field::text),
        .topic = typed(Field::topic),
        .concerns = typed(Field::concerns),
        .municipality = typed(Field::municipality),
        .actor_kind = typed(Field::actor_kind),
        .organisation = {},
        .contact = typed(Field::contact),
        .language = visit.words.tag(),
        .proposal = typed(Field::proposal),
        .instead_of = {Visit::number(visit.field("i-stallet-for")).value_or(0)}};
    for (const auto& text : sender_texts) draft.*text.typed = typed(text.field);
    return draft;
}

}  // namespace medskapa::web::inspel
