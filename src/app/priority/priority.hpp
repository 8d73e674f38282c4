#pragma once

#include "app/act/act.hpp"
#include "domain/priority/priority.hpp"
#include "domain/statistics/analysis.hpp"

/// What is done with what the region may concentrate on.
namespace medskapa::app {

/// Everybody can read it from then on. It is never taken away: what is not chosen stays with why.
Result<Priority> propose_priority(Permitted<Action::edit_text>, const Priority&);
/// The words of the priority with that number; what was decided of it stands.
Result<Priority> change_priority(Permitted<Action::edit_text>, const Priority&);
/// Takes over the outcome, the motive, the day and what it went into.
Result<Priority> decide_priority(Permitted<Action::decide>, const Priority& decision, Day today);

/// Notes that the priority was tried at an event of the calendar. Refuses an event that is not there.
Result<Discovery> note_discovery(Permitted<Action::edit_text>, int number, const Discovery&);

/// Lets the priority rest on a figure of the run with that number: see figure_in(). It goes amber when the
/// run's data is replaced: see app/statistics/run.hpp.
Result<Citation> cite_for_priority(
    Permitted<Action::edit_text>, int number, int run, const std::string& figure);

}  // namespace medskapa::app
