#pragma once

#include "app/checklist/lookup.hpp"

namespace medskapa::app {

/// The rules that are about priorities. Nothing for others.
std::optional<LookedUp> look_up_priorities(sql::Connection&, Id<Process>, AutomaticRule);

/// More than these are no concentration.
inline constexpr std::int64_t most_priorities = 7;

}  // namespace medskapa::app
