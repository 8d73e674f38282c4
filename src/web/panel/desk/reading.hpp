#pragma once

#include "domain/panel/panel.hpp"
#include "web/site/desk/form.hpp"

/// What the forms of panels have in common.
namespace medskapa::web::panel::desk {

/// A whole number that bounds what may be answered.
std::int64_t bound(site::desk::Reader&, const std::string& name);
PanelRound round_from(site::desk::Reader&);
/// The first and the last day of a round.
void add_days(site::desk::Form&, const Words&);
/// Three weeks from today, and what else is proposed.
site::desk::Values proposed_days(const Visit&, site::desk::Values);

}  // namespace medskapa::web::panel::desk
