#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/referral/referral.hpp"

#include <algorithm>

/// An answer put together of what was typed about each part.
namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_case_number = 60;

bool is_position(const std::string& word) {
    Position position{};
    return find_name<Position>(word, position);
}

/// What is said of this code, or to this question, if it has words or takes a position.
void take(std::vector<AnswerPart>& parts, const std::vector<AnswerPart>& typed, const std::string& code,
    int question) {
    for (const auto& part : typed) {
        if (part.code != code || part.question != question) continue;
        auto words = text::trimmed(text::cleaned(part.text));
        const auto position = part.is_of_the_whole() ? std::string{} : part.position;
        if (!words.empty() || !position.empty())
            parts.push_back({code, std::move(words), question, position});
        return;
    }
}

bool is_asked(int number, const std::vector<ReferralQuestion>& questions) {
    return std::any_of(
        questions.begin(), questions.end(), [&](const auto& question) { return question.number == number; });
}

bool is_about(const AnswerPart& part, const Answerable& asked) {
    if (part.question != 0) return part.code.empty() && is_asked(part.question, asked.questions);
    return part.code.empty() || has_part(asked.version, part.code);
}

std::string heading_of(const AnswerPart& part, const Answerable& asked) {
    for (const auto& question : asked.questions)
        if (question.number == part.question) return std::to_string(question.number) + ". " + question.text;
    for (const auto& line : asked.version)
        if (line.node.code == part.code && line.node.kind == Node::Kind::section)
            return line.text + " (" + part.code + ")";
    return part.code;
}

std::string text_of(std::vector<AnswerPart> parts, const Answerable& asked) {
    std::erase_if(parts, [](const AnswerPart& part) { return part.text.empty(); });
    if (parts.size() == 1 && parts.front().question == 0) return parts.front().text;
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += "\n\n";
        if (!part.is_of_the_whole()) text += heading_of(part, asked) + "\n\n";
        text += part.text;
    }
    return text;
}

/// The one part that it is about, or the whole document.
std::string concerned(const std::vector<AnswerPart>& parts, const Lines& version) {
    if (parts.size() == 1 && !parts.front().code.empty()) return parts.front().code;
    return version.empty() ? std::string{} : version.front().node.code;
}

void check_parts(Complaints& complaints, const ReferralDraft& draft, const Answerable& asked) {
    for (const auto& part : draft.parts) {
        if (!is_about(part, asked))
            complaints.push_back({Field::text, N_("The text has no part {}"),
                {part.question == 0 ? part.code : std::to_string(part.question)}});
        else if (!part.position.empty() && !is_position(part.position))
            complaints.push_back({Field::text, N_("Choose one of the positions for {}"),
                {part.question == 0 ? part.code : std::to_string(part.question)}});
    }
    if (text::length(draft.case_number) > longest_case_number)
        complaints.push_back({Field::case_number, N_("Write at most {} characters"), {longest_case_number}});
}

InspelChoices with_parts_of(InspelChoices choices, const Lines& version) {
    choices.subjects.clear();
    for (const auto& line : version) choices.subjects.push_back({line.node.code, {}});
    return choices;
}

}  // namespace

std::vector<AnswerPart> parts_in_order(const std::vector<AnswerPart>& typed, const Answerable& asked) {
    std::vector<AnswerPart> parts;
    take(parts, typed, "", 0);
    for (const auto& question : asked.questions) take(parts, typed, "", question.number);
    for (const auto& line : asked.version) take(parts, typed, line.node.code, 0);
    return parts;
}

Result<ComposedReferralAnswer> compose_referral_answer(
    const InspelChoices& choices, const Answerable& asked, const ReferralDraft& draft) {
    ComposedReferralAnswer composed;
    composed.parts = parts_in_order(draft.parts, asked);
    Complaints complaints;
    if (!find_name<Position>(draft.position, composed.position))
        complaints.push_back({Field::position, N_("Choose your position on the text as a whole")});
    check_parts(complaints, draft, asked);

    auto words = text_of(composed.parts, asked);
    if (words.empty()) words = draft.wordless;
    const InspelDraft typed{draft.title, words, "", concerned(composed.parts, asked.version),
        draft.municipality, draft.actor_kind, draft.organisation, draft.contact, draft.language};
    auto inspel = compose(with_parts_of(choices, asked.version), typed, Channel::referral);
    if (!inspel)
        complaints.insert(
            complaints.end(), inspel.error().complaints.begin(), inspel.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    composed.inspel = *std::move(inspel);
    return composed;
}

std::string positions_of(const ReferralDraft& draft) {
    std::string lines = draft.position + '\n';
    for (const auto& part : draft.parts) {
        if (part.position.empty()) continue;
        lines += part.question == 0 ? part.code : '?' + std::to_string(part.question);
        lines += ' ' + part.position + '\n';
    }
    return lines;
}

}  // namespace medskapa
