#pragma once

#include "domain/organisation/mandate.hpp"
#include "store/sql/columns.hpp"

/// The columns of organisations and of who speaks for them: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto organisation = sql::table<"organisation", Organisation>({
    {"id", internal, key<&Organisation::id>},
    {"public_id", open, fixed<&Organisation::public_id>},
    {"name", open, changes<&Organisation::name>},
    {"folded_name", internal, changes<&Organisation::folded_name>},
    {"number", open, changes<&Organisation::number>},
    {"kind", open, changes<&Organisation::kind>},
    {"sector", open, changes<&Organisation::sector>},
    {"line_of_work", open, changes<&Organisation::line_of_work>},
    {"registrar", personal, changes<&Organisation::registrar>},
    {"domain", internal, changes<&Organisation::domain>},
    {"asks_second", internal, changes<&Organisation::asks_second>},
    {"added_at", internal, fixed<&Organisation::added_at>},
    {"merged_into_id", internal, changes<&Organisation::merged_into>},
});

inline constexpr auto mandate = sql::table<"mandate", Mandate>({
    {"id", internal, key<&Mandate::id>},
    {"process_id", internal, fixed<&Mandate::process>},
    {"organisation_id", internal, changes<&Mandate::organisation>},
    {"inspel_id", internal, fixed<&Mandate::inspel>},
    {"public_id", internal, fixed<&Mandate::public_id>},
    {"link_key", internal, changes<&Mandate::link_key>},
    {"speaker", personal, changes<&Mandate::speaker>},
    {"address", personal, changes<&Mandate::address>},
    {"sent_to", personal, changes<&Mandate::sent_to>},
    {"asked_at", internal, changes<&Mandate::asked_at>},
    {"scope", internal, changes<&Mandate::scope>},
    {"last_day", internal, changes<&Mandate::last_day>},
    {"confirmer", personal, changes<&Mandate::confirmer>},
    {"confirmed_at", internal, changes<&Mandate::confirmed_at>},
    {"through_id", internal, changes<&Mandate::through>},
    {"needs_second", internal, changes<&Mandate::needs_second>},
    {"approver", personal, changes<&Mandate::approver>},
    {"approved_at", internal, changes<&Mandate::approved_at>},
    {"declined_at", internal, changes<&Mandate::declined_at>},
    {"withdrawn_at", internal, changes<&Mandate::withdrawn_at>},
});

}  // namespace medskapa::store::tables
