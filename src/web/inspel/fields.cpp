#include "web/inspel/fields.hpp"

#include "store/document/document_store.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"

namespace medskapa::web::inspel {
namespace {

using ui::Choice;

/// Where the sender proposes other words for a paragraph: the words as they stand, to be written over.
Html proposal_field(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    if (!draft.instead_of) return {};
    return html("{}{}", ui::hidden_field("i-stallet-for", std::to_string(draft.instead_of.value)),
        ui::text_area({.name = "forslag",
                          .label = visit.words("Your words for {}", draft.concerns),
                          .value = draft.proposal,
                          .hint = visit.words(
                              "Change what you want to change. Everybody sees what you took away and added."),
                          .is_optional = true},
            6, complaints, visit.words));
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
    choices.push_back({"outside", visit.words("Outside the county"), {}});
    return choices;
}

Html draft_fields(const Visit& visit, const InspelDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto s = surroundings_of(visit);
    auto fields = proposal_field(visit, draft, complaints);
    fields += ui::text_area(
        {.name = "text",
            .label = draft.instead_of ? words("Why?") : words("Your inspel"),
            .value = draft.text,
            .hint = words("Write as you speak. Several questions in one text are fine, we split them.")},
        8, complaints, words);
    fields +=
        ui::text_field({.name = "rubrik", .label = words("Title"), .value = draft.title, .is_optional = true},
            ui::Input::text, complaints, words);
    fields += ui::select({.name = "galler", .label = words("What does it concern?"), .value = draft.concerns},
        subject_choices(s, visit, draft.concerns), complaints, words);
    fields += ui::select({.name = "amne", .label = words("Topic"), .value = draft.topic, .is_optional = true},
        topic_choices(s, visit, words("Choose for me")), complaints, words);
    fields += ui::select({.name = "kommun",
                             .label = words("Municipality"),
                             .value = draft.municipality,
                             .hint = words("So that we see whether the whole county takes part."),
                             .is_optional = true,
                             .is_short = true},
        municipality_choices(s, visit, words("I do not want to say")), complaints, words);
    fields += sender_fields(visit, draft.actor_kind, draft.organisation, complaints);
    return fields;
}

Html sender_fields(const Visit& visit, const std::string& actor_kind, const std::string& organisation,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::select({.name = "vem", .label = words("Who are you?"), .value = actor_kind},
        ui::choices_of<ActorKind>(words), complaints, words);
    fields += ui::text_field({.name = "organisation",
                                 .label = words("Whom do you speak for?"),
                                 .value = organisation,
                                 .hint = words("If you speak for an organisation. Its name is shown."),
                                 .is_optional = true,
                                 .autocomplete = "organization"},
        ui::Input::text, complaints, words);
    return fields;
}

Html contact_field(const Visit& visit, const std::string& contact, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_field(
        {.name = "kontakt",
            .label = words("E-mail or telephone"),
            .value = contact,
            .hint = words("So that we can ask if we do not understand. Never shown to others."),
            .is_optional = true},
        ui::Input::text, complaints, words);
}

InspelDraft typed_draft(const Visit& visit) {
    const auto text = [&](std::string_view name) { return std::string{visit.field(name)}; };
    return {.title = text("rubrik"),
        .text = text("text"),
        .topic = text("amne"),
        .concerns = text("galler"),
        .municipality = text("kommun"),
        .actor_kind = text("vem"),
        .organisation = text("organisation"),
        .contact = text("kontakt"),
        .language = visit.words.tag(),
        .proposal = text("forslag"),
        .instead_of = {Visit::number(visit.field("i-stallet-for")).value_or(0)}};
}

}  // namespace medskapa::web::inspel
