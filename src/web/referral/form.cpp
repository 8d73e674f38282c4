#include "web/referral/form.hpp"

#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/document/pictures.hpp"
#include "web/inspel/fields.hpp"
#include "web/inspel/files.hpp"
#include "web/referral/words.hpp"

#include <algorithm>

namespace medskapa::web::referral {
namespace {

constexpr int rows_on_the_whole = 8;
constexpr int rows_on_a_section = 5;

std::string field_about(const std::string& code) {
    return code.empty() ? "text" : "del-" + code;
}

std::string words_about(const ReferralDraft& draft, const std::string& code) {
    for (const auto& part : draft.parts)
        if (part.code == code) return part.text;
    return {};
}

/// A heading and the paragraphs right under it.
struct Section {
    const Line* heading;
    std::vector<const Line*> paragraphs;
};

std::vector<Section> sections_of(const Lines& lines) {
    std::vector<Section> sections;
    for (const auto& line : lines) {
        if (line.node.kind == Node::Kind::section)
            sections.push_back({&line, {}});
        else
            sections.back().paragraphs.push_back(&line);
    }
    std::erase_if(sections, [](const Section& section) { return section.paragraphs.empty(); });
    return sections;
}

Html section_view(const Visit& visit, const Section& section, const ReferralDraft& draft) {
    const auto& code = section.heading->node.code;
    const auto typed = words_about(draft, code);
    return html(R"(
<details class="more"{open}>
  <summary>{heading}</summary>
  {paragraphs}
  {field}
</details>)",
        "open"_a = when(!typed.empty(), html(" open")), "heading"_a = section.heading->text,
        "paragraphs"_a = each(section.paragraphs,
            [&](const Line* paragraph) { return document::text_view(visit, paragraph->text); }),
        "field"_a = ui::text_area({.name = field_about(code),
                                      .label = visit.words("Your words on {}", section.heading->text),
                                      .value = typed,
                                      .is_optional = true},
            rows_on_a_section, {}, visit.words));
}

/// The municipality that a municipal party is.
std::string municipality_of(const Visit& visit, const Party& party) {
    if (party.kind != Party::Kind::municipality) return {};
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        if (party.name.starts_with(place.name)) return place.code;
    return {};
}

std::string title_from(const Visit& visit, const std::string& organisation) {
    return organisation.empty() ? visit.words("Consultation answer")
                                : visit.words("Consultation answer from {}", organisation);
}

}  // namespace

Html answer_fields(const Visit& visit, const app::Submission& submission, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& draft = submission.draft;
    const auto lines = store::lines_of(visit.db, submission.referral.version);
    auto fields =
        ui::radio_group({.name = "stallning", .label = words("Your position"), .value = draft.position},
            ui::choices_of<Position>(words), complaints, words);
    fields += ui::text_area({.name = "text",
                                .label = words("Overall comments"),
                                .value = words_about(draft, ""),
                                .hint = words("We can answer what you write here and below point by point."),
                                .is_optional = true},
        rows_on_the_whole, complaints, words);
    fields += html("<h2>{}</h2><p>{}</p>{}", words("Section by section"),
        words("Open a section to read it and write on it. Leave the others."),
        each(
            sections_of(lines), [&](const Section& section) { return section_view(visit, section, draft); }));
    fields += html("<h2>{}</h2>", words("File and sender"));
    fields += inspel::files_field(visit, words("Or your answer as a file"), FileKinds::mail, complaints);
    // Who was asked has said who they are.
    if (!submission.party) {
        InspelDraft sender;
        sender.actor_kind = draft.actor_kind;
        sender.organisation = draft.organisation;
        fields += inspel::sender_fields(visit, sender, complaints);
    }
    fields += inspel::contact_field(visit, draft.contact, complaints);
    return fields;
}

app::Submission typed_answer(
    const Visit& visit, const Referral& referral, const std::optional<Party>& party) {
    auto submission = empty_answer(visit, referral, party);
    auto& draft = submission.draft;
    const auto text = [&](const std::string& name) { return std::string{visit.field(name)}; };
    draft.position = text("stallning");
    draft.parts = {{"", text("text")}};
    for (const auto& line : store::lines_of(visit.db, referral.version))
        draft.parts.push_back({line.node.code, text(field_about(line.node.code))});
    std::erase_if(draft.parts, [](const AnswerPart& part) { return part.text.empty(); });
    draft.contact = text("kontakt");
    draft.author = text("skrivet-av");
    if (!party) {
        draft.organisation = text("organisation");
        draft.actor_kind = text("vem");
    }
    draft.title = title_from(visit, draft.organisation);
    submission.files = inspel::typed_files(visit);
    if (!submission.files.empty() && draft.parts.empty())
        draft.parts = {{"", visit.words("The answer is in the file {}.", submission.files.front().name)}};
    return submission;
}

app::Submission empty_answer(
    const Visit& visit, const Referral& referral, const std::optional<Party>& party) {
    app::Submission submission{referral, party, {}, {}, visit.today()};
    submission.draft.language = visit.words.tag();
    submission.draft.actor_kind = name_of(ActorKind::citizen);
    if (party) {
        submission.draft.organisation = party->name;
        submission.draft.actor_kind = name_of(actor_kind_of(party->kind));
        submission.draft.municipality = municipality_of(visit, *party);
    }
    return submission;
}

}  // namespace medskapa::web::referral
