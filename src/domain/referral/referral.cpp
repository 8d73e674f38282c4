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
constexpr std::size_t most_questions = 30;
constexpr std::size_t longest_question = 500;

void check_questions(
    Complaints& complaints, const std::vector<ReferralQuestion>& questions, const Lines& version) {
    if (questions.size() > most_questions)
        complaints.push_back({Field::text, N_("Ask at most {} questions"), {most_questions}});
    for (const auto& question : questions) {
        if (text::length(question.text) > longest_question)
            complaints.push_back({Field::text, N_("Write at most {} characters"), {longest_question}});
        if (!question.code.empty() && !has_part(version, question.code))
            complaints.push_back({Field::text, N_("The text has no part {}"), {question.code}});
    }
}

}  // namespace

bool has_part(const Lines& version, const std::string& code) {
    return std::any_of(
        version.begin(), version.end(), [&](const Line& line) { return line.node.code == code; });
}

std::vector<ReferralQuestion> read_questions(std::string_view typed) {
    std::vector<ReferralQuestion> questions;
    for (const auto& line : text::split(std::string{typed}, '\n')) {
        ReferralQuestion question;
        question.text = text::one_line(std::string{line});
        const auto bracket = question.text.rfind('[');
        if (question.text.ends_with(']') && bracket != std::string::npos) {
            question.code =
                text::one_line(question.text.substr(bracket + 1, question.text.size() - bracket - 2));
            question.text = text::one_line(question.text.substr(0, bracket));
        }
        if (question.text.empty()) continue;
        question.number = static_cast<int>(questions.size()) + 1;
        questions.push_back(std::move(question));
    }
    return questions;
}

std::string written(const std::vector<ReferralQuestion>& questions) {
    std::string lines;
    for (const auto& question : questions)
        lines += question.text + (question.code.empty() ? "" : " [" + question.code + "]") + '\n';
    return lines;
}

Party::State Party::state(Day today) const {
    if (answered_at) return State::answered;
    if (abstained_at || declined_at) return State::abstained;
    return today <= last_day() ? State::invited : State::silent;
}

Result<Referral> checked(Referral referral, const Lines& version, Day today) {
    referral.letter = text::trimmed(text::cleaned(referral.letter));
    referral.case_number = text::one_line(referral.case_number);
    Complaints complaints;
    if (referral.letter.empty())
        complaints.push_back({Field::letter, N_("Write the letter that goes with the text")});
    if (text::length(referral.letter) > longest_letter)
        complaints.push_back({Field::letter, N_("Write at most {} characters"), {longest_letter}});
    if (referral.deadline < today)
        complaints.push_back({Field::last_day, N_("Choose a last day that has not been")});
    check_questions(complaints, referral.questions, version);
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
