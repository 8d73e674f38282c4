#pragma once

#include "domain/conversation/opinion_result.hpp"
#include "engine/opinion/conversation.hpp"

namespace medskapa::app {

/// Adds the slate that leaves nobody out, with whom it covers, and how far the map lies. Both are of
/// everybody on the map, in fives and of two digits, as other totals are. `on_map` is votes_on_map().
/// O(people * votes).
void add_slate_and_distortion(OpinionResult&, const opinion::Conversation& on_map);

}  // namespace medskapa::app
