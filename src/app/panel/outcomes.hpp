#pragma once

#include "domain/panel/panel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// What the numbers come to: the median and the quarters below and above. None of fewer than five, so that
/// nobody can be read out of them.
std::optional<RoundOutcome> outcome_of(int round, const std::vector<PanelEstimate>&);
/// Of the panel's rounds that are over and that five or more answered, from the first.
std::vector<RoundOutcome> outcomes_of(sql::Connection&, const Panel&, Day today);

}  // namespace medskapa::app
