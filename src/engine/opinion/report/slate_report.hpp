#pragma once

#include "engine/opinion/bridging/continuous.hpp"
#include "engine/opinion/exchange/json.hpp"

namespace medskapa::opinion::exchange {

/// `slate`: six slates of a conversation's statements by as many rules, whom each leaves out and how many it
/// covers, so that they can be compared. The one to show is `mes_completed`, which leaves nobody out.
void write_slate(
    JsonWriter&, const Conversation& active, const Landscape&, const ContinuousBridging&, std::size_t places);

}  // namespace medskapa::opinion::exchange
