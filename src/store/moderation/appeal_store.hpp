#pragma once

#include "domain/moderation/appeal.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Refusal> add(sql::Transaction&, Id<Process>, const Refusal&);
/// The newest of an inspel: the one that stands while it is declined.
std::optional<Refusal> refusal_of(sql::Connection&, Id<Inspel>);
std::optional<Refusal> find_refusal(sql::Connection&, Id<Refusal>);

Id<Appeal> add(sql::Transaction&, Id<Process>, const Appeal&);
/// Saves what has been decided.
void change(sql::Transaction&, const Appeal&);
std::optional<Appeal> find_appeal(sql::Connection&, Id<Process>, Id<Appeal>);
std::optional<Appeal> appeal_against(sql::Connection&, Id<Refusal>);
/// Whether the sender waits for another person's decision.
bool waits_for_appeal(sql::Connection&, Id<Inspel>);
/// Those that wait, what has waited longest first. Of an inspel that has been erased meanwhile nothing is
/// left to decide.
std::vector<Appeal> waiting_appeals(sql::Connection&, Id<Process>, int limit);
std::int64_t count_waiting_appeals(sql::Connection&, Id<Process>);

/// The words of appeals about an inspel that is erased, and what ties them to the log.
void erase_appeals_about(sql::Transaction&, Id<Inspel>);

}  // namespace medskapa::store
