#pragma once

#include "app/act/act.hpp"
#include "domain/panel/panel.hpp"

/// Some who know a field estimate a number in rounds.
namespace medskapa::app {

/// Begins a panel with its first round, whose days never change.
Result<Panel> begin_panel(
    Permitted<Action::steer_conversation>, const Panel&, const PanelRound& first, Day today);
/// Opens the next round, with what was said in the one before. Refuses while that is not over.
Result<PanelRound> open_panel_round(
    Permitted<Action::steer_conversation>, int number, const PanelRound&, Day today);
/// Asks an organisation by a link of its own.
Result<PanelMember> invite_to_panel(Permitted<Action::steer_conversation>, int number, const PanelMember&);

/// The link's last part, which is the right to answer for the organisation in every round.
std::string link_of(const PanelMember&, const std::string& secret);
/// Whom the link was made for.
std::optional<PanelMember> panel_member_by_link(
    sql::Connection&, const std::string& link, const std::string& secret);

/// What a member sends by their link. The round is the one that is open.
struct SentEstimate {
    int panel = 0;
    std::string link;
    PanelEstimate estimate;
};
/// In place of the member's earlier one in the same round. Refuses where no round is open.
Result<PanelEstimate> give_estimate(
    Permitted<Action::vote>, const SentEstimate&, const std::string& secret, Day today);
/// Takes away what the member has said in the round that is open.
Result<PanelEstimate> take_back_estimate(
    Permitted<Action::vote>, const SentEstimate&, const std::string& secret, Day today);

/// What is kept of a member's link: another digest in each panel.
std::string member_of(const std::string& link, const Panel&);

}  // namespace medskapa::app
