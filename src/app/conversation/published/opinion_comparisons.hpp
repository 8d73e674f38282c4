#pragma once

#include "app/conversation/published/figure_sets.hpp"
#include "domain/conversation/opinion_result.hpp"

#include <unordered_map>

/// What is published next to a map: the same votes split, or without some. Each is left out where somebody
/// could be seen between it and another figure.
namespace medskapa::app {

/// Draws the map once more without those flagged, and adds what is left to the result.
void add_without_flagged(OpinionResult&, const opinion::Conversation& on_map,
    const std::vector<opinion::ParticipantId>& flagged, FigureSets&);

/// How sure it is who somebody is; whoever is not in it is anonymous.
using Tiers = std::unordered_map<opinion::ParticipantId, Assurance>;

/// The same votes by how sure it is who gave them. O(votes).
void add_tiers(OpinionResult&, const opinion::Conversation& on_map, const Tiers&, FigureSets&);

using Backgrounds = std::unordered_map<opinion::ParticipantId, Background>;

/// The same votes weighted so that those who answer look like the population, by each question that has two
/// categories with enough answers. What few have answered takes no part. O(votes + people).
struct ToWeigh {
    const Backgrounds& backgrounds;
    const Population& population;
};
void add_weights(OpinionResult&, const opinion::Conversation& on_map, const ToWeigh&, FigureSets&);

}  // namespace medskapa::app
