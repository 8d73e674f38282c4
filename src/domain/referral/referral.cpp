#include "domain/referral/referral.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_letter = 20'000;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_contact = 200;

const AnswerPart* part_about(const std::vector<AnswerPart>& parts, const std::string& code) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const AnswerPart& part) { return part.code == code; });
    return found == parts.end() ? nullptr : &*found;
}

/// Those with words, the whole first and then in the order of the text.
std::vector<AnswerPart> parts_in_order(const std::vector<AnswerPart>& typed, const Lines& version) {
    std::vector<AnswerPart> parts;
    const auto take = [&](const std::string& code) {
        const auto* part = part_about(typed, code);
        if (part == nullptr) return;
        auto words = text::trimmed(text::cleaned(part->text));
        if (!words.empty()) parts.push_back({code, std::move(words)});
    };
    take("");
    for (const auto& line : version) take(line.node.code);
    return parts;
}

bool is_about(const AnswerPart& part, const Lines& version) {
    return part.code.empty() || std::any_of(version.begin(), version.end(),
                                    [&](const Line& line) { return line.node.code == part.code; });
}

std::string heading_of(const std::string& code, const Lines& version) {
    for (const auto& line : version)
        if (line.node.code == code && line.node.kind == Node::Kind::section)
            return line.text + " (" + code + ")";
    return code;
}

std::string text_of(const std::vector<AnswerPart>& parts, const Lines& version) {
    if (parts.size() == 1) return parts.front().text;
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += "\n\n";
        if (!part.code.empty()) text += heading_of(part.code, version) + "\n\n";
        text += part.text;
    }
    return text;
}

/// The one part that it is about, or the whole document.
std::string concerned(const std::vector<AnswerPart>& parts, const Lines& version) {
    if (parts.size() == 1 && !parts.front().code.empty()) return parts.front().code;
    return version.empty() ? std::string{} : version.front().node.code;
}

InspelChoices with_parts_of(InspelChoices choices, const Lines& version) {
    choices.subjects.clear();
    for (const auto& line : version) choices.subjects.push_back({line.node.code, {}});
    return choices;
}

}  // namespace

Party::State Party::state(Day today) const {
    if (answered_at) return State::answered;
    if (abstained_at) return State::abstained;
    return today <= last_day() ? State::invited : State::silent;
}

Result<Referral> checked(Referral referral, Day today) {
    referral.letter = text::trimmed(text::cleaned(referral.letter));
    referral.case_number = text::one_line(referral.case_number);
    Complaints complaints;
    if (referral.letter.empty())
        complaints.push_back({Field::letter, N_("Write the letter that goes with the text")});
    if (text::length(referral.letter) > longest_letter)
        complaints.push_back({Field::letter, N_("Write at most {} characters"), {longest_letter}});
    if (referral.deadline < today)
        complaints.push_back({Field::last_day, N_("Choose a last day that has not been")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return referral;
}

Result<Party> checked(Party party) {
    party.name = text::one_line(party.name);
    party.contact = text::one_line(party.contact);
    Complaints complaints;
    if (party.name.empty()) complaints.push_back({Field::name, N_("Write a name")});
    if (text::length(party.name) > longest_name)
        complaints.push_back({Field::name, N_("Write at most {} characters"), {longest_name}});
    if (text::length(party.contact) > longest_contact)
        complaints.push_back({Field::address, N_("Write at most {} characters"), {longest_contact}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return party;
}

bool takes_answer(const Referral& referral, const std::optional<Party>& party, Day today) {
    return today <= (party ? party->last_day() : referral.deadline);
}

Result<ComposedReferralAnswer> compose_referral_answer(
    const InspelChoices& choices, const Lines& version, const ReferralDraft& draft) {
    ComposedReferralAnswer composed;
    composed.parts = parts_in_order(draft.parts, version);
    Complaints complaints;
    if (!find_name<Position>(draft.position, composed.position))
        complaints.push_back({Field::position, N_("Choose your position on the text as a whole")});
    for (const auto& part : draft.parts)
        if (!is_about(part, version))
            complaints.push_back({Field::text, N_("The text has no part {}"), {part.code}});

    const InspelDraft typed{draft.title, text_of(composed.parts, version), "",
        concerned(composed.parts, version), draft.municipality, draft.actor_kind, draft.organisation,
        draft.contact, draft.language};
    auto inspel = compose(with_parts_of(choices, version), typed, Channel::referral);
    if (!inspel)
        complaints.insert(
            complaints.end(), inspel.error().complaints.begin(), inspel.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    composed.inspel = *std::move(inspel);
    return composed;
}

ActorKind actor_kind_of(Party::Kind kind) {
    switch (kind) {
        case Party::Kind::municipality: return ActorKind::municipality;
        case Party::Kind::region:
        case Party::Kind::neighbour: return ActorKind::region;
        case Party::Kind::state_authority: return ActorKind::state_authority;
        case Party::Kind::sami: return ActorKind::sami_organisation;
        case Party::Kind::business: return ActorKind::business;
        case Party::Kind::civil_society: return ActorKind::civil_society;
        case Party::Kind::academia: return ActorKind::academia;
        case Party::Kind::other: break;
    }
    return ActorKind::other;
}

Party::Kind party_kind_of(ActorKind kind) {
    switch (kind) {
        case ActorKind::municipality: return Party::Kind::municipality;
        case ActorKind::region: return Party::Kind::region;
        case ActorKind::state_authority: return Party::Kind::state_authority;
        case ActorKind::sami_organisation: return Party::Kind::sami;
        case ActorKind::business: return Party::Kind::business;
        case ActorKind::civil_society: return Party::Kind::civil_society;
        case ActorKind::academia: return Party::Kind::academia;
        case ActorKind::citizen:
        case ActorKind::other: break;
    }
    return Party::Kind::other;
}

}  // namespace medskapa
