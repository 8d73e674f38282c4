#pragma once

#include "domain/panel/panel.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
Panel add(sql::Transaction&, Panel);
void add(sql::Transaction&, const PanelRound&);
PanelMember add(sql::Transaction&, PanelMember);
/// Adds the member's estimate of the round, or changes the one that there is.
void keep(sql::Transaction&, const PanelEstimate&);
void remove(sql::Transaction&, const PanelEstimate&);

/// By number.
std::vector<Panel> panels_of(sql::Connection&, Id<Process>);
std::optional<Panel> panel_numbered(sql::Connection&, Id<Process>, int number);
/// From the first.
std::vector<PanelRound> rounds_of(sql::Connection&, Id<Panel>);
std::vector<PanelMember> members_of(sql::Connection&, Id<Panel>);
std::optional<PanelMember> find_member(sql::Connection&, Id<PanelMember>);
std::vector<PanelEstimate> estimates_of(sql::Connection&, Id<Panel>, int round);
std::int64_t count_estimates(sql::Connection&, Id<Panel>, int round);
/// What the member has said, by round.
std::vector<PanelEstimate> estimates_by(sql::Connection&, Id<Panel>, const std::string& member);

}  // namespace medskapa::store
