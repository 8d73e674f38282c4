#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"

/// How far an inspel has been split. It waits until every word of it is an issue, or somebody has said that
/// the rest is none.
namespace medskapa::app {

/// Notes whether all of it is issues now, and lets it be found by what stands in them.
void note_cover(const Act&, const Inspel&);

/// Brings the inspel of a database that is older than the staff's index into it; does nothing once there is
/// one. Returns how many. O(all words).
Result<std::int64_t> fill_desk_index(Permitted<Action::administer>);

/// Splits an issue off, as split_inspel() does, into the group of one that says nearly the same, where one is
/// named.
Result<Issue> split_off_alike(
    Permitted<Action::handle_issues>, int inspel_number, const IssueDraft&, Day received_on, Id<Issue> alike);

/// Says that what no issue quotes of a published inspel asks for no answer: it waits to be split no longer. A
/// conflict when it does not wait.
Result<Inspel> set_rest_aside(Permitted<Action::handle_issues>, int inspel_number);
/// Takes that back: it waits to be split again, unless every word of it is an issue.
Result<Inspel> split_again(Permitted<Action::handle_issues>, int inspel_number);

Result<Issue> change_topic(Permitted<Action::handle_issues>, Id<Issue>, Id<Topic>);

}  // namespace medskapa::app
