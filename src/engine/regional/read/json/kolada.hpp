#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// An answer of Kolada's API v3 (v2 has the same shape): rows of kpi, municipality, period and gender. A
/// value that is null or deleted is missing. Warns when the answer has further pages. Refusals name the
/// member of the file. O(bytes).
Result<Statistic> read_kolada(std::string_view bytes);

}  // namespace medskapa::regional::read
