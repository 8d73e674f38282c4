#pragma once

#include "app/act/act.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"

/// What one goes on with. Two who ask at once are led to two things: who is led somewhere is there for a
/// while, and the others are led past.
namespace medskapa::app {

/// Where somebody works on an issue's answer, and on a whole inspel.
std::string place_of(Id<Issue>);
std::string place_of(Id<Inspel>);

/// The most urgent issue without an answer in that part of the queue where nobody else is; where there is
/// somebody at each, the most urgent. Nothing is found when the part is empty.
Result<store::QueuedIssue> take_next_issue(Permitted<Action::handle_issues>, const store::QueueFilter&);
/// The same of whole inspel, the oldest that came in after the one named; else the oldest of all.
Result<Inspel> take_next_inspel(Permitted<Action::read_desk>, const store::InspelFilter&, Id<Inspel> after);

}  // namespace medskapa::app
