#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// An answer of PxWeb's API v1 in its format "json": a row for each key and content, with all cells as text.
/// Refusals name the member of the file. O(bytes).
Result<Statistic> read_pxweb_json(std::string_view bytes);

}  // namespace medskapa::regional::read
