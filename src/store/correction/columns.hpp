#pragma once

#include "domain/correction/correction.hpp"
#include "store/sql/columns.hpp"

/// The columns of corrections: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::fixed;
using sql::key;

inline constexpr auto correction = sql::table<"correction", Correction>({
    {"id", internal, key<&Correction::id>},
    {"process_id", open, fixed<&Correction::process>},
    {"number", open, fixed<&Correction::number>},
    {"kind", open, fixed<&Correction::kind>},
    {"thing_id", internal, fixed<&Correction::thing>},
    {"object", open, fixed<&Correction::object>},
    {"place", open, fixed<&Correction::place>},
    {"aspect", open, fixed<&Correction::aspect>},
    {"was", open, fixed<&Correction::was>},
    {"corrected", open, fixed<&Correction::right>},
    {"is_withheld", open, fixed<&Correction::is_withheld>},
    {"reason", open, fixed<&Correction::reason>},
    {"role", open, fixed<&Correction::role>},
    {"made_at", open, fixed<&Correction::made_at>},
});

}  // namespace medskapa::store::tables
