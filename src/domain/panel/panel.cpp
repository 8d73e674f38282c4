#include "domain/panel/panel.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_text = 4'000;
constexpr std::size_t longest_reason = 1'000;
constexpr std::int64_t furthest = 1'000'000'000;
constexpr double noticed = 0.1;  // of the first spread

bool is_a_line(const std::string& text) {
    return !text.empty() && text::length(text) <= longest_line;
}

bool are_bounds(const Panel& panel) {
    return -furthest <= panel.least && panel.least < panel.most && panel.most <= furthest;
}

std::vector<Complaint> faults_of_days(
    const PanelRound& round, const std::vector<PanelRound>& before, Day today) {
    std::vector<Complaint> complaints;
    if (!before.empty() && !before.back().is_over(today))
        complaints.push_back({Field::opens, N_("Wait until the round that is open or planned is over")});
    else if (round.opens < today)
        complaints.push_back({Field::opens, N_("Choose today or a later day")});
    if (round.closes <= round.opens)
        complaints.push_back({Field::closes, N_("Choose a day after the first")});
    return complaints;
}

}  // namespace

std::string reference(const Panel& panel) {
    return "E-" + std::to_string(panel.number);
}

Result<Panel> checked(Panel panel) {
    std::vector<Complaint> complaints;
    panel.title.change_each([](const std::string& text) { return text::one_line(text::cleaned(text)); });
    panel.text.change_each([](const std::string& text) { return text::cleaned(text); });
    panel.unit = text::one_line(text::cleaned(panel.unit));
    if (!is_a_line(panel.title.original()))
        complaints.push_back({Field::title, N_("Write the question, in at most 200 characters")});
    if (panel.text.empty() || text::length(panel.text.original()) > longest_text)
        complaints.push_back({Field::text,
            N_("Write what the question means, and what is known, in at most 4000 characters")});
    if (!is_a_line(panel.unit) || !are_bounds(panel))
        complaints.push_back({Field::figure,
            N_("Write what the number counts, and a lowest number that is below the highest")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return panel;
}

Result<PanelRound> checked(PanelRound round, const std::vector<PanelRound>& before, Day today, bool is_told) {
    if (before.size() >= most_rounds)
        return refuse(Failure::Kind::conflict,
            {{Field::opens, N_("The panel has been asked in {} rounds, and no more are taken"),
                {static_cast<std::int64_t>(most_rounds)}}});
    auto complaints = faults_of_days(round, before, today);
    round.round = static_cast<int>(before.size()) + 1;
    round.feedback = text::cleaned(round.feedback);
    if (before.empty() || !is_told) round.feedback.clear();
    if (!before.empty() && is_told && (round.feedback.empty() || text::length(round.feedback) > longest_text))
        complaints.push_back({Field::learned,
            N_("Write which reasons were given in the round before, in at most 4000 characters and without "
               "saying whose they are")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return round;
}

Result<PanelMember> checked(PanelMember member) {
    member.organisation = text::one_line(text::cleaned(member.organisation));
    if (!is_a_line(member.organisation))
        return refuse(Failure::Kind::invalid,
            {{Field::organisation, N_("Write the name of the organisation, never a person's")}});
    return member;
}

Result<PanelEstimate> checked(PanelEstimate estimate, const Panel& panel) {
    std::vector<Complaint> complaints;
    estimate.reason = text::cleaned(estimate.reason);
    if (estimate.value < panel.least || estimate.value > panel.most)
        complaints.push_back(
            {Field::figure, N_("Write a whole number from {} to {}"), {panel.least, panel.most}});
    if (text::length(estimate.reason) > longest_reason)
        complaints.push_back({Field::reason, N_("Write at most {} characters"), {longest_reason}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return estimate;
}

Convergence convergence_of(const std::vector<RoundOutcome>& outcomes) {
    if (outcomes.size() < 2) return Convergence::one_round;
    const double first = outcomes.front().spread();
    const double last = outcomes.back().spread();
    if (last == 0 && first > 0) return Convergence::agreed;
    if (last < first * (1 - noticed)) return Convergence::closer;
    return last > first * (1 + noticed) ? Convergence::further : Convergence::as_before;
}

}  // namespace medskapa
