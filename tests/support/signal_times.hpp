#pragma once

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include "engine/opinion/signals/sensitivity.hpp"
#include "engine/opinion/signals/signals.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/votes.hpp"

namespace example::inline signal_times_shared {

using namespace medskapa;
using namespace medskapa::opinion;

inline constexpr std::int64_t minute = 60'000;

}  // namespace example::inline signal_times_shared
