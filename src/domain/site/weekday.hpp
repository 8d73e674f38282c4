#pragma once

#include "base/time.hpp"

namespace medskapa {

/// Whether a time set by Swedish law may end on the day: not on a Saturday, a Sunday, another public holiday
/// (Act 1989:253), or Midsummer, Christmas or New Year's Eve (Act 1930:173). Years 1900 to 2099.
bool is_weekday(Day);

/// The day itself when it is one, else the first weekday after it.
Day next_weekday(Day);

}  // namespace medskapa
