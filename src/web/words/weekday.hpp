#pragma once

#include "web/words/words.hpp"

namespace medskapa::web {

/// "torsdag 3 december 2026": how a last day and a promise are said.
std::string with_weekday(Day, const Words&);

}  // namespace medskapa::web
