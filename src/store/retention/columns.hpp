#pragma once

#include "domain/retention/retention.hpp"
#include "store/sql/columns.hpp"

/// The columns of how long what is kept of people stays: see sql/columns.hpp. Nothing in them is of a person.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto retention_rule = sql::table<"retention_rule", RetentionRule>({
    {"id", internal, key<&RetentionRule::id>},
    {"process_id", open, fixed<&RetentionRule::process>},
    {"kind", open, fixed<&RetentionRule::kind>},
    {"event", open, fixed<&RetentionRule::event>},
    {"amount", open, fixed<&RetentionRule::amount>},
    {"unit", open, fixed<&RetentionRule::unit>},
    {"decision", open, fixed<&RetentionRule::decision>},
    {"decided_on", open, fixed<&RetentionRule::decided_on>},
    {"made_at", open, fixed<&RetentionRule::made_at>},
    {"ended_at", open, changes<&RetentionRule::ended_at>},
});

inline constexpr auto retention_erased = sql::table<"retention_erased", RetentionErased>({
    {"id", internal, key<&RetentionErased::id>},
    {"process_id", open, fixed<&RetentionErased::process>},
    {"kind", open, fixed<&RetentionErased::kind>},
    {"day", open, fixed<&RetentionErased::day>},
    {"decision", open, fixed<&RetentionErased::decision>},
    {"things", open, fixed<&RetentionErased::things>},
    {"log_place", open, fixed<&RetentionErased::log_place>},
});

inline constexpr auto retention_round = sql::table<"retention_round">({{"day", internal}});

}  // namespace medskapa::store::tables
