#pragma once

#include "app/act/act.hpp"

namespace medskapa::app {

/// How long an answer that is never sent is kept after the last day on which it could be.
inline constexpr std::chrono::days unsent_lasts{30};

/// Destroys some of the process's answers that were never sent and whose time is out, with their files: they
/// were not received. The log says of each that it is gone. Returns how many: none when all is done.
Result<int> forget_unsent(Permitted<Action::erase>, Day today);

}  // namespace medskapa::app
