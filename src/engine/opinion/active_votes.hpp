#pragma once

#include "engine/opinion/conversation.hpp"

namespace medskapa::opinion {

/// The votes on statements that are not left out, as if there had never been others; who voted on the others
/// alone is not there. Participants stand in rising order of their ids, so that a seat is a place in that
/// order. O(votes).
Conversation active_votes(const Conversation&);

/// The same statements with the votes of some only: seats in rising order. O(votes).
Conversation active_votes(const Conversation&, std::span<const std::uint32_t> seats);

}  // namespace medskapa::opinion
