#pragma once

#include "domain/panel/panel.hpp"
#include "web/frame/visit.hpp"
#include "web/statistics/row_picture.hpp"

namespace medskapa::web::panel {

/// The panel that the address names.
std::optional<Panel> asked_panel(const Visit&);

/// "12", or "12,5" between two whole numbers.
std::string number_text(double, const Words&);
/// What the rounds came to, in a sentence: whether those who were asked came closer. `outcomes`: at least
/// one.
std::string finding_of(const Panel&, const std::vector<RoundOutcome>& outcomes, const Words&);
/// Where the middle half of the members and the one in the middle stood, round by round.
statistics::RowPicture rounds_picture(const Panel&, const std::vector<RoundOutcome>& outcomes, const Words&);

/// Which round is open and until when, or what comes.
std::string state_of(const Visit&, const std::vector<PanelRound>&);
/// The picture and what was said in each round, or why nothing is shown yet.
Html outcomes_view(const Visit&, const Panel&, const std::vector<PanelRound>&);

}  // namespace medskapa::web::panel
