#pragma once

#include "domain/priority/weighing.hpp"
#include "store/sql/columns.hpp"

/// The columns of priorities and of how they are weighed: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto priority = sql::table<"priority", Priority>({
    {"id", internal, key<&Priority::id>},
    {"process_id", open, fixed<&Priority::process>},
    {"number", open, fixed<&Priority::number>},
    {"kind", open, changes<&Priority::kind>},
    {"title", open, changes<&Priority::title>},
    {"text", open, changes<&Priority::text>},
    {"vision", open, changes<&Priority::vision>},
    {"needs", open, changes<&Priority::needs>},
    {"jobs", open, changes<&Priority::jobs>},
    {"mass", open, changes<&Priority::mass>},
    {"relatedness", open, changes<&Priority::relatedness>},
    {"objections", open, changes<&Priority::objections>},
    {"proposed_on", open, changes<&Priority::proposed_on>},
    {"outcome", open, changes<&Priority::outcome>},
    {"became", open, changes<&Priority::became>},
    {"motive", open, changes<&Priority::motive>},
    {"decided_on", open, changes<&Priority::decided_on>},
});

inline constexpr auto discovery = sql::table<"discovery", Discovery>({
    {"id", internal, key<&Discovery::id>},
    {"process_id", open, fixed<&Discovery::process>},
    {"priority_id", open, fixed<&Discovery::priority>},
    {"event_id", open, fixed<&Discovery::event>},
    {"people", open, fixed<&Discovery::people>},
    {"sectors", open, fixed<&Discovery::sectors>},
    {"learned", open, fixed<&Discovery::learned>},
    {"noted_at", open, fixed<&Discovery::noted_at>},
});

inline constexpr auto weighing = sql::table<"weighing", Weighing>({
    {"id", internal, key<&Weighing::id>},
    {"process_id", open, fixed<&Weighing::process>},
    {"number", open, fixed<&Weighing::number>},
    {"title", open, fixed<&Weighing::title>},
    {"items", open, fixed<&Weighing::items>},
    {"opens", open, fixed<&Weighing::opens>},
    {"closes", open, fixed<&Weighing::closes>},
});

inline constexpr auto weighing_invitation = sql::table<"weighing_invitation", WeighingInvitation>({
    {"id", internal, key<&WeighingInvitation::id>},
    {"process_id", internal, fixed<&WeighingInvitation::process>},
    {"weighing_id", internal, fixed<&WeighingInvitation::weighing>},
    {"organisation", internal, fixed<&WeighingInvitation::organisation>},
    {"sector", internal, fixed<&WeighingInvitation::sector>},
    {"invited_at", internal, fixed<&WeighingInvitation::invited_at>},
});

inline constexpr auto weighing_answer = sql::table<"weighing_answer", WeighingAnswer>({
    {"id", internal, key<&WeighingAnswer::id>},
    {"process_id", internal, fixed<&WeighingAnswer::process>},
    {"weighing_id", internal, fixed<&WeighingAnswer::weighing>},
    {"person", personal, fixed<&WeighingAnswer::person>},
    {"assurance", personal, fixed<&WeighingAnswer::assurance>},
    {"sector", personal, changes<&WeighingAnswer::sector>},
    {"points", personal, changes<&WeighingAnswer::points>},
    {"choices", personal, changes<&WeighingAnswer::choices>},
});

}  // namespace medskapa::store::tables
