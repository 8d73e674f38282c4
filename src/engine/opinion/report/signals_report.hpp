#pragma once

#include "engine/opinion/signals/sensitivity.hpp"
#include "engine/opinion/signals/signals.hpp"

#include <ostream>

namespace medskapa::opinion::exchange {

/// The signals, and what the map is without everybody flagged, as one JSON object with keys in a fixed order.
void write_signals(std::ostream&, const Map&, const Signals&, const Sensitivity&);

}  // namespace medskapa::opinion::exchange
