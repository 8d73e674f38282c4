#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/exchange/json.hpp"

namespace medskapa::opinion::exchange {

/// The first version that would be published of the conversation, with the people of each block: for whoever
/// has the votes, not for anybody else.
void write_published(JsonWriter&, const Conversation&);

/// The eight most voted statements alone: how many ballots can be read from raw marks, and from published
/// ones.
void write_attack(JsonWriter&, const Conversation&);

}  // namespace medskapa::opinion::exchange
