#pragma once

#include "app/act/act.hpp"
#include "domain/retention/retention.hpp"
#include "store/retention/out_of_time.hpp"

/// What is kept of people goes when its time is out, by a decision of the region's, and by nothing else. See
/// docs/adr/0029-retention.md.
namespace medskapa::app {

/// Whether whoever may erase in their process may decide on the kind: what is the site's goes from all
/// processes, so it takes somebody who leads each of them, or the operator.
bool may_decide_retention(sql::Connection&, const Actor&, RetentionKind);

/// Writes down by which decision a kind goes, and when; in place of what was in force. Of the act's process,
/// or of the site where the kind is; then it refuses with not_allowed whom may_decide_retention() does.
Result<RetentionRule> decide_retention(Permitted<Action::erase>, const RetentionRule& typed, Day today);
/// From now on nothing of the kind goes. Refuses with not_found where nothing is in force, and as
/// decide_retention().
Result<RetentionRule> end_retention(Permitted<Action::erase>, RetentionKind);

/// Whether the rule erases anything today: not before the second day after it was written down, and not
/// when the clock has not been seen to go through the days before (docs/adr/0029-retention.md).
bool erases_on(sql::Connection&, const RetentionRule&, const Clock&, Day today);
/// What goes on the day.
store::RetentionLimit limit_of(const RetentionRule&, const Clock&, Day today);

/// Notes that the server has seen the day. Nothing is erased on a day before two others have been.
Result<bool> note_retention_round(Permitted<Action::administer>, Day today);

/// Erases some of what a rule in force lets go today, and writes how many in the log, by which decision; in
/// the act's process, or in none for a kind of the site's. Returns how many: none when all is done, or
/// nothing may go.
Result<int> erase_out_of_time(Permitted<Action::erase>, RetentionKind, const Clock&);

}  // namespace medskapa::app
