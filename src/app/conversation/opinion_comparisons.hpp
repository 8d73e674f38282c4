#pragma once

#include "domain/conversation/opinion_result.hpp"
#include "engine/opinion/conversation.hpp"

#include <unordered_map>

/// What is told beside a map: the same votes split, or without some.
namespace medskapa::app {

/// Draws the conversation once more without those flagged, and adds what is left to the result. What would
/// tell how few of them voted is left out.
void add_without_flagged(OpinionResult&, opinion::Conversation, const std::vector<opinion::ParticipantId>&);

/// How sure it is who somebody is; whoever is not in it is anonymous.
using Tiers = std::unordered_map<opinion::ParticipantId, Assurance>;

/// The same votes by how sure it is who gave them. O(votes).
void add_tiers(OpinionResult&, const opinion::Conversation&, const Tiers&);

using Backgrounds = std::unordered_map<opinion::ParticipantId, Background>;

/// The same votes weighted so that those who answer look like the population, by each question that has two
/// categories with enough answers. What few have answered takes no part. O(votes + people).
void add_weights(OpinionResult&, const opinion::Conversation&, const Backgrounds&, const Population&);

}  // namespace medskapa::app
