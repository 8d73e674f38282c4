#pragma once

#include "app/conversation/published/figure_sets.hpp"
#include "domain/conversation/opinion_result.hpp"
#include "engine/opinion/map.hpp"

#include <string>

/// Between the engine's map of every person and what is published of it.
namespace medskapa::app {

/// Counts, groups and statements of a map of votes_on_map(), without marks and places. Groups and groups'
/// votes of five people and more; no groups where these may not be shown.
OpinionResult figures_of(const opinion::Map&, const opinion::Conversation& on_map);
/// The same without groups.
void withhold_groups(OpinionResult&, const opinion::Map&, const opinion::Conversation& on_map);
/// The people of each group that is shown.
std::vector<FigureSets::Members> shown_groups(const opinion::Map&);

/// Marks, the groups' centres and what places a person.
void add_places(OpinionResult&, const opinion::Map&, const opinion::PublishedMap&);

/// Two digits: finer would say something of one person among few. Never -0, which is written otherwise.
double two_digits(double);

/// What is remembered from map to map, as text for the database. Reads back to the same.
std::string as_json(const opinion::Memory&);
opinion::Memory memory_from(const std::string& json);

}  // namespace medskapa::app
