#include "app/conversation/opinion_comparisons.hpp"

#include "app/conversation/opinion_drawing.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Votes = OpinionResult::Votes;
using ByTier = std::array<Votes, names_of<Assurance>.size()>;

std::size_t tier_of(const Tiers& tiers, opinion::ParticipantId participant) {
    const auto found = tiers.find(participant);
    return static_cast<std::size_t>(found == tiers.end() ? Assurance::anonymous : found->second);
}

void count(Votes& votes, opinion::Vote vote) {
    ++votes.votes;
    if (vote == opinion::Vote::agree) ++votes.agrees;
    if (vote == opinion::Vote::disagree) ++votes.disagrees;
}

/// By the conversation's order of statements.
std::vector<ByTier> count_by_tier(const opinion::Conversation& votes, const Tiers& tiers) {
    std::vector<ByTier> counts(votes.statements().size());
    for (std::size_t seat = 0; seat < votes.participants().size(); ++seat) {
        const auto tier = tier_of(tiers, votes.participants()[seat]);
        for (const auto ballot : votes.ballots(seat)) count(counts[ballot.statement()][tier], ballot.vote());
    }
    return counts;
}

std::vector<Votes> people_by_tier(const opinion::Conversation& votes, const Tiers& tiers) {
    std::vector<Votes> people(names_of<Assurance>.size());
    for (const auto participant : votes.participants()) ++people[tier_of(tiers, participant)].votes;
    hide_few(people);
    return people;
}

/// Nothing where so few were left out that the difference would tell how they voted.
Votes without(const Votes& with_all, const Votes& without_some) {
    const auto gone = with_all.votes - without_some.votes;
    return gone > 0 && gone < OpinionResult::fewest_shown ? Votes{} : without_some;
}

}  // namespace

void add_without_flagged(
    OpinionResult& result, opinion::Conversation votes, const std::vector<opinion::ParticipantId>& flagged) {
    result.flagged.people = static_cast<int>(flagged.size());
    if (flagged.empty()) return;
    for (const auto id : flagged) votes.erase(id);
    opinion::Settings settings;
    settings.seed = result.seed;
    const auto others = public_result(opinion::draw_map(votes, settings, {}, [](std::string_view) {}), votes);
    result.flagged.groups = static_cast<int>(others.groups.size());
    for (const auto* statement : what_unites(others, 5)) result.flagged.united.push_back(statement->number);
    for (std::size_t s = 0; s < result.statements.size(); ++s)
        result.statements[s].without_flagged =
            without(result.statements[s].everyone, others.statements[s].everyone);
}

void add_tiers(OpinionResult& result, const opinion::Conversation& votes, const Tiers& tiers) {
    const auto people = people_by_tier(votes, tiers);
    const auto counts = count_by_tier(votes, tiers);
    std::vector<std::size_t> told;
    for (const auto& [assurance, word, label] : names_of<Assurance>) {
        const auto tier = static_cast<std::size_t>(assurance);
        if (!people[tier].is_shown()) continue;
        told.push_back(tier);
        result.tiers.push_back({assurance, people[tier].votes});
    }
    for (auto& on : result.statements) {
        const auto& all = counts[*votes.index_of(on.number)];
        std::vector<Votes> cells{all.begin(), all.end()};
        hide_few(cells);
        for (const auto tier : told) on.by_tier.push_back(cells[tier]);
    }
}

}  // namespace medskapa::app
