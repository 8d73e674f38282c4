#pragma once

#include "domain/retention/retention.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<RetentionRule> add(sql::Transaction&, const RetentionRule&);
void change(sql::Transaction&, const RetentionRule&);
/// Of every process and of the site, in the order of their kinds.
std::vector<RetentionRule> retention_in_force(sql::Connection&);
std::optional<RetentionRule> retention_in_force(sql::Connection&, Id<Process>, RetentionKind);
/// Of the process and of the site, also those that have ended, the newest first.
std::vector<RetentionRule> retention_rules(sql::Connection&, Id<Process>);

/// The days before this one that have to have been seen, one after the other, for a clock to be believed.
bool has_seen_days_before(sql::Connection&, Day today);
bool has_round(sql::Connection&, Day today);
/// Notes that the server looked on the day; what is older than a week is forgotten.
void note_round(sql::Transaction&, Day today);

Id<RetentionErased> add(sql::Transaction&, const RetentionErased&);
/// Added up for each day, kind and decision, of the process and of the site, the newest first.
std::vector<RetentionErased> retention_erased(sql::Connection&, Id<Process>, int limit);

}  // namespace medskapa::store
