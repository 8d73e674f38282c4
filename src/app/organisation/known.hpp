#pragma once

#include "app/act/act.hpp"
#include "domain/organisation/organisation.hpp"

namespace medskapa::app {

/// The one in the register with the number, else with exactly that name and kind; else it is added, as it is
/// checked.
Organisation organisation_for(const Act&, const Organisation&);

/// Writes a new one, with its entry in the log.
Organisation keep_organisation(const Act&, Organisation);

/// The standing one with the number, else with that name and kind.
std::optional<Organisation> known_organisation(sql::Connection&, const Organisation&);

}  // namespace medskapa::app
