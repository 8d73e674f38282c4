#pragma once

#include "engine/opinion/exchange/json.hpp"
#include "engine/opinion/map.hpp"

#include <functional>

namespace medskapa::opinion::exchange {

/// The map as one JSON object, keys in a fixed order, statements and participants by their ids. `more` may
/// add keys at the end.
void write_report(std::ostream&, const Map&, const std::function<void(JsonWriter&)>& more);

}  // namespace medskapa::opinion::exchange
