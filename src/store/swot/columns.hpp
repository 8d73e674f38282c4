#pragma once

#include "domain/swot/swot.hpp"
#include "store/sql/columns.hpp"

/// The columns of strengths, weaknesses, opportunities and threats: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto swot_item = sql::table<"swot_item", SwotItem>({
    {"id", internal, key<&SwotItem::id>},
    {"process_id", open, fixed<&SwotItem::process>},
    {"number", open, fixed<&SwotItem::number>},
    {"quadrant", open, changes<&SwotItem::quadrant>},
    {"text", open, changes<&SwotItem::text>},
    {"state", open, changes<&SwotItem::state>},
    {"published_at", open, changes<&SwotItem::published_at>},
});

inline constexpr auto swot_evidence = sql::table<"swot_evidence", SwotEvidence>({
    {"id", internal, key<&SwotEvidence::id>},
    {"process_id", open, fixed<&SwotEvidence::process>},
    {"item_id", open, fixed<&SwotEvidence::item>},
    {"reference", open, fixed<&SwotEvidence::reference>},
    {"added_at", open, fixed<&SwotEvidence::added_at>},
});

}  // namespace medskapa::store::tables
