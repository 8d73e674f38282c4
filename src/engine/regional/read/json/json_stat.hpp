#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// A JSON-stat data set, version 2.0 (json-stat.org/full), or one inside version 1's "dataset": value as a
/// list or by position, status in all its forms, index as a list or an object, or left out for a single
/// member. Cells that are null or not named are missing. Refusals name the member of the file. O(bytes).
Result<Statistic> read_json_stat(std::string_view bytes);

}  // namespace medskapa::regional::read
