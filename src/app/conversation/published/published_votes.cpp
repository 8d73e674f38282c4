#include "app/conversation/published/published_votes.hpp"

#include "app/conversation/published/opinion_drawing.hpp"
#include "app/conversation/published/slate_and_distortion.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::app {
namespace {

constexpr std::uint64_t seed = 0;

FigureSets::Members everybody(const opinion::Conversation& on_map) {
    FigureSets::Members all(on_map.participants().size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

opinion::Map drawn(const opinion::Conversation& on_map, const KnownVotes& known) {
    opinion::Settings settings;
    settings.seed = seed;
    auto memory = known.memory;
    // The last map is drawn as anybody can draw it from the votes: what is remembered only names its groups.
    if (known.voting == opinion::Voting::is_over) memory.choice = {};
    auto map = opinion::draw_map(on_map, settings, memory, [](std::string_view) {});
    opinion::add_bridging(map, on_map);
    return map;
}

MapVersion version_of(const opinion::Conversation& on_map, const KnownVotes& known,
    const opinion::PublishedMap& published, FigureSets& sets) {
    auto map = drawn(on_map, known);
    auto result = figures_of(map, on_map);
    result.version = static_cast<int>(known.past.size()) + 1;
    if (!sets.admit(shown_groups(map))) withhold_groups(result, map, on_map);
    add_places(result, map, published);
    add_slate_and_distortion(result, on_map);
    add_without_flagged(result, on_map, known.flagged(), sets);
    add_tiers(result, on_map, known.tiers, sets);
    add_weights(result, on_map, {known.backgrounds, known.population}, sets);
    return {std::move(result), sets.release(), std::move(map)};
}

}  // namespace

Offer offer_version(const KnownVotes& known) {
    const auto on_map = opinion::votes_on_map(known.votes);
    FigureSets sets{on_map, known.past};
    Offer offer{
        std::nullopt, sets.rule().moved(), opinion::missing_for_version(on_map, sets.rule(), known.voting)};
    if (offer.missing > 0) return offer;
    const auto plane = opinion::principal_plane(on_map, std::vector<bool>(on_map.statements().size()));
    const auto published = opinion::published_map(on_map, plane, sets.rule());
    if (!published || !sets.admit({everybody(on_map)})) return offer;
    sets.add_blocks(*published);
    offer.version = version_of(on_map, known, *published, sets);
    offer.waiting = 0;
    return offer;
}

std::optional<MapVersion> weighted_anew(const OpinionResult& newest, const KnownVotes& known) {
    if (known.past.empty()) return std::nullopt;
    const auto& last = known.past.back();
    const auto on_map = opinion::votes_of(last);
    if (!opinion::is_whole(last) || on_map.statements().size() != newest.statements.size())
        return std::nullopt;
    FigureSets sets{on_map, known.past};
    MapVersion version{newest, last, {}};
    version.result.weighting = {};
    for (auto& on : version.result.statements) on.weighted = {};
    add_weights(version.result, on_map, {known.backgrounds, known.population}, sets);
    if (version.result.weighting.questions.empty() && known.population != Population{}) return std::nullopt;
    auto& kept = version.release.partitions;
    for (const auto& partition : sets.release().partitions)
        if (std::find(kept.begin(), kept.end(), partition) == kept.end()) kept.push_back(partition);
    return version;
}

}  // namespace medskapa::app
