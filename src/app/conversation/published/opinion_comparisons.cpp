#include "app/conversation/published/opinion_comparisons.hpp"

#include "app/conversation/published/opinion_drawing.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Votes = OpinionResult::Votes;
using Members = FigureSets::Members;
constexpr auto tiers_in_all = names_of<Assurance>.size();
using ByTier = std::array<Votes, tiers_in_all>;

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

std::vector<Members> people_by_tier(const opinion::Conversation& votes, const Tiers& tiers) {
    std::vector<Members> people(tiers_in_all);
    std::uint32_t place = 0;
    for (const auto seat : votes.seats_by_id())
        people[tier_of(tiers, votes.participants()[seat])].push_back(place++);
    return people;
}

/// The tiers whose size may be shown.
std::vector<std::size_t> large_tiers(const std::vector<Members>& people) {
    std::vector<Votes> sizes;
    for (const auto& tier : people) sizes.push_back({0, 0, static_cast<int>(tier.size())});
    hide_few(sizes);
    std::vector<std::size_t> large;
    for (std::size_t tier = 0; tier < sizes.size(); ++tier)
        if (sizes[tier].is_shown()) large.push_back(tier);
    return large;
}

/// Nothing where so few were left out that the difference would tell how they voted.
Votes without(const opinion::Tally& all, const opinion::Tally& some) {
    const auto gone = all.votes - some.votes;
    if (gone > 0 && gone < OpinionResult::fewest_shown) return {};
    return in_fives(Votes{some.agrees, some.disagrees, some.votes});
}

opinion::Map drawn_anew(const opinion::Conversation& votes, std::uint64_t seed) {
    opinion::Settings settings;
    settings.seed = seed;
    return opinion::draw_map(votes, settings, {}, [](std::string_view) {});
}

}  // namespace

/// Those on the map who are among the others too, by their places.
Members who_stay(const opinion::Conversation& on_map, const opinion::Conversation& others) {
    Members stay;
    std::uint32_t place = 0;
    for (const auto seat : on_map.seats_by_id()) {
        if (others.seat_of(on_map.participants()[seat])) stay.push_back(place);
        ++place;
    }
    return stay;
}

void add_without_flagged(OpinionResult& result, const opinion::Conversation& on_map,
    const std::vector<opinion::ParticipantId>& flagged, FigureSets& sets) {
    auto others = on_map;
    for (const auto id : flagged) others.erase(id);
    const auto people = on_map.participants().size() - others.participants().size();
    if (people < OpinionResult::fewest_shown) return;
    result.flagged.people = in_fives(static_cast<int>(people));
    const auto left = who_stay(on_map, others);
    if (left.size() < OpinionResult::fewest_shown || !sets.admit({left})) return;
    const auto figures = figures_of(drawn_anew(others, result.seed), others);
    result.flagged.groups = static_cast<int>(figures.groups.size());
    for (const auto* statement : what_unites(figures, 5)) result.flagged.united.push_back(statement->number);
    const auto all = opinion::tally_everyone(on_map);
    const auto some = opinion::tally_everyone(others);
    for (std::size_t s = 0; s < result.statements.size(); ++s)
        result.statements[s].without_flagged = without(all[s], some[s]);
}

void add_tiers(
    OpinionResult& result, const opinion::Conversation& on_map, const Tiers& tiers, FigureSets& sets) {
    const auto people = people_by_tier(on_map, tiers);
    const auto large = large_tiers(people);
    std::vector<Members> shown;
    for (const auto tier : large) shown.push_back(people[tier]);
    if (!sets.admit(shown)) return;
    for (const auto tier : large)
        result.tiers.push_back(
            {static_cast<Assurance>(tier), in_fives(static_cast<int>(people[tier].size()))});
    const auto counts = count_by_tier(on_map, tiers);
    for (std::size_t s = 0; s < result.statements.size(); ++s) {
        std::vector<Votes> cells{counts[s].begin(), counts[s].end()};
        hide_few(cells);
        for (const auto tier : large) result.statements[s].by_tier.push_back(in_fives(cells[tier]));
    }
}

}  // namespace medskapa::app
