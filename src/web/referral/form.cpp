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

/// What is said of this code, or to this question, so far.
AnswerPart said_of(const ReferralDraft& draft, const std::string& code, int question = 0) {
    for (const auto& part : draft.parts)
        if (part.code == code && part.question == question) return part;
    return {code, {}, question};
}

/// Those that are offered, and the one that was taken before, if it no longer is.
std::vector<ui::Choice> position_choices(const Words& words, const std::string& taken) {
    std::vector<ui::Choice> choices;
    for (const auto position : offered_positions)
        choices.push_back({std::string{name_of(position)}, shown(position, words), {}});
    if (taken == name_of(Position::rejects_parts))
        choices.push_back({taken, shown(Position::rejects_parts, words), {}});
    return choices;
}

/// A position and words on one part.
Html part_fields(const Visit& visit, const AnswerPart& part, const std::string& label) {
    const auto& words = visit.words;
    auto choices = position_choices(words, part.position);
    choices.insert(choices.begin(), {"", words("Nothing in particular"), {}});
    return html("{}{}",
        ui::select({.name = position_field(part),
                       .label = words("Your position on this"),
                       .value = part.position,
                       .is_optional = true,
                       .is_short = true},
            choices, {}, words),
        ui::text_area({.name = field_about(part), .label = label, .value = part.text, .is_optional = true},
            rows_on_a_section, {}, words));
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

Html paragraphs_of(const Visit& visit, const Section& section) {
    return each(section.paragraphs,
        [&](const Line* paragraph) { return document::text_view(visit, paragraph->text); });
}

Html section_view(const Visit& visit, const Section& section, const ReferralDraft& draft) {
    const auto part = said_of(draft, section.heading->node.code);
    return html(R"(
<details class="more"{open}>
  <summary>{heading}</summary>
  {paragraphs}
  {fields}
</details>)",
        "open"_a = when(!part.text.empty() || !part.position.empty(), html(" open")),
        "heading"_a = section.heading->text, "paragraphs"_a = paragraphs_of(visit, section),
        "fields"_a = part_fields(visit, part, visit.words("Your words on {}", section.heading->text)));
}

/// The words that a question is about, folded together.
Html words_asked_about(
    const Visit& visit, const ReferralQuestion& question, const std::vector<Section>& sections) {
    for (const auto& section : sections)
        if (!question.code.empty() && section.heading->node.code == question.code)
            return html(R"(<details class="more"><summary>{}</summary>{}</details>)",
                visit.words("Read {}", section.heading->text), paragraphs_of(visit, section));
    return {};
}

Html questions_fields(
    const Visit& visit, const app::Submission& submission, const std::vector<Section>& sections) {
    const auto& words = visit.words;
    if (submission.referral.questions.empty()) return {};
    return html("<h2>{}</h2>{}", words("The questions"),
        each(submission.referral.questions, [&](const ReferralQuestion& question) {
            const auto part = said_of(submission.draft, "", question.number);
            return html(R"(<section><h3{lang}>{number}. {text}</h3>{about}{fields}</section>)",
                "lang"_a = words.lang("sv"), "number"_a = question.number, "text"_a = question.text,
                "about"_a = words_asked_about(visit, question, sections),
                "fields"_a = part_fields(visit, part, words("Your answer to question {}", question.number)));
        }));
}

/// The file, and who sends it where that is not known.
Html sender_part(const Visit& visit, const app::Submission& submission, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& draft = submission.draft;
    auto fields = html("<h2>{}</h2>", words("File and sender"));
    fields += inspel::files_field(visit, words("Or your answer as a file"), FileKinds::mail, complaints);
    fields += ui::text_field({.name = "ert-diarienummer",
                                 .label = words("Your case number"),
                                 .value = draft.case_number,
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::text, complaints, words);
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

}  // namespace

Html writing_buttons(const Words& words) {
    return html(
        R"(<button class="btn quiet" name="gor" value="spara">{}</button> <button class="btn" name="gor" value="skicka">{}</button> <button class="btn quiet" name="gor" value="godkannande">{}</button>)",
        words("Save the draft"), words("Send the answer"), words("Let a second person approve it first"));
}

Html answer_fields(const Visit& visit, const app::Submission& submission, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& draft = submission.draft;
    const auto lines = store::lines_of(visit.db, submission.referral.version);
    const auto sections = sections_of(lines);
    auto fields = ui::radio_group({.name = "stallning",
                                      .label = words("Your position"),
                                      .value = draft.position,
                                      .hint = words("It is all that we ask for. What follows is voluntary.")},
        position_choices(words, draft.position), complaints, words);
    fields += questions_fields(visit, submission, sections);
    fields += html("<h2>{}</h2><p>{}</p>{}", words("Section by section"),
        words("Open a section to read it and write on it. Leave the others."),
        each(sections, [&](const Section& section) { return section_view(visit, section, draft); }));
    fields += html("<h2>{}</h2>", words("The whole"));
    fields += ui::text_area({.name = "text",
                                .label = words("Overall comments"),
                                .value = said_of(draft, "").text,
                                .hint = words("We can answer what you write point by point."),
                                .is_optional = true},
        rows_on_the_whole, complaints, words);
    return html("{}{}", fields, sender_part(visit, submission, complaints));
}

}  // namespace medskapa::web::referral
