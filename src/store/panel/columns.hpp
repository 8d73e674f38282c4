#pragma once

#include "domain/panel/panel.hpp"
#include "store/sql/columns.hpp"

/// The columns of panels that estimate in rounds: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto panel = sql::table<"panel", Panel>({
    {"id", internal, key<&Panel::id>},
    {"process_id", open, fixed<&Panel::process>},
    {"number", open, fixed<&Panel::number>},
    {"title", open, fixed<&Panel::title>},
    {"text", open, fixed<&Panel::text>},
    {"unit", open, fixed<&Panel::unit>},
    {"least", open, fixed<&Panel::least>},
    {"most", open, fixed<&Panel::most>},
    {"begun_at", open, fixed<&Panel::begun_at>},
});

inline constexpr auto panel_round = sql::table<"panel_round", PanelRound>({
    {"id", internal, key<&PanelRound::id>},
    {"process_id", open, fixed<&PanelRound::process>},
    {"panel_id", open, fixed<&PanelRound::panel>},
    {"round", open, fixed<&PanelRound::round>},
    {"opens", open, fixed<&PanelRound::opens>},
    {"closes", open, fixed<&PanelRound::closes>},
    {"feedback", open, fixed<&PanelRound::feedback>},
});

inline constexpr auto panel_member = sql::table<"panel_member", PanelMember>({
    {"id", internal, key<&PanelMember::id>},
    {"process_id", internal, fixed<&PanelMember::process>},
    {"panel_id", internal, fixed<&PanelMember::panel>},
    {"organisation", internal, fixed<&PanelMember::organisation>},
    {"sector", internal, fixed<&PanelMember::sector>},
    {"invited_at", internal, fixed<&PanelMember::invited_at>},
});

inline constexpr auto panel_estimate = sql::table<"panel_estimate", PanelEstimate>({
    {"id", internal, key<&PanelEstimate::id>},
    {"process_id", internal, fixed<&PanelEstimate::process>},
    {"panel_id", internal, fixed<&PanelEstimate::panel>},
    {"round", internal, fixed<&PanelEstimate::round>},
    {"member", personal, fixed<&PanelEstimate::member>},
    {"estimated", personal, changes<&PanelEstimate::value>},
    {"reason", personal, changes<&PanelEstimate::reason>},
});

}  // namespace medskapa::store::tables
