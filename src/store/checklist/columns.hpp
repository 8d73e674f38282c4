#pragma once

#include "domain/checklist/checklist.hpp"
#include "store/sql/columns.hpp"

/// The columns of what was judged of requirements: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::fixed;
using sql::key;

inline constexpr auto judgement = sql::table<"judgement", Judgement>({
    {"id", internal, key<&Judgement::id>},
    {"process_id", open, fixed<&Judgement::process>},
    {"list", open, fixed<&Judgement::list>},
    {"version", open, fixed<&Judgement::version>},
    {"code", open, fixed<&Judgement::code>},
    {"status", open, fixed<&Judgement::status>},
    {"grade", open, fixed<&Judgement::grade>},
    {"comment", open, fixed<&Judgement::comment>},
    {"evidence", open, fixed<&Judgement::evidence>},
    {"role", open, fixed<&Judgement::role>},
    {"judged_at", open, fixed<&Judgement::judged_at>},
});

}  // namespace medskapa::store::tables
