#pragma once

#include "domain/retention/retention.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// What a rule lets go, read anew each time from what stands: what has been opened again is not among it.
namespace medskapa::store {

/// Things that a rule is about, until when.
struct RetentionLimit {
    Day last_day;  // of the event, that goes
    Instant ends;  // of that day, in the region's time
};

/// Those that go, the oldest first, at most so many; by numbers that erase_things() knows.
std::vector<std::int64_t> things_out(
    sql::Connection&, const RetentionRule&, const RetentionLimit&, int limit);
/// How many there are, counted no further than `most`.
std::int64_t count_out(sql::Connection&, const RetentionRule&, const RetentionLimit&, std::int64_t most);
/// The day on which the event first happened to something that is kept: the next to go. Nothing when the
/// event has happened to nothing.
std::optional<Day> first_event(sql::Connection&, const Clock&, const RetentionRule&);
/// See medskapa::closed_on(); never before the day on which the decision was written down or its day
/// corrected.
std::optional<Day> closing_day(sql::Connection&, const Clock&, Id<Process>);

/// Takes them away, by what each noun has for it, with what they were known by elsewhere.
void erase_things(sql::Transaction&, RetentionKind, const std::vector<std::int64_t>&, const RetentionLimit&);

}  // namespace medskapa::store
