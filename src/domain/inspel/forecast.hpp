#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <optional>

namespace medskapa {

/// The pace is taken from so many days, today included.
inline constexpr int days_of_pace = 7;

/// The day when what is left will be answered, if as many are each day as on average in the last week.
/// `today` for nothing left; nothing when none has been answered in the week, or it would take more than ten
/// years.
std::optional<Day> day_when_answered(Day today, std::int64_t left, std::int64_t answered_in_week);

}  // namespace medskapa
