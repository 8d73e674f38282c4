#pragma once

#include "app/act/act.hpp"
#include "domain/organisation/organisation.hpp"

namespace medskapa::app {

/// The one in the register with the number, else with exactly that name and kind; else it is added, as it is
/// checked.
Organisation organisation_for(const Act&, const Organisation&);

/// The one of the register for a party that was called and counted as something it is not, and has been put
/// right. One that is met nowhere else is put right too, or becomes part of the one that is called so. Where
/// another party or somebody who speaks for it knows it by that name it stays, and the party's is another.
Organisation corrected_organisation(const Act&, const Organisation& known, const Organisation& right);

/// Writes a new one, with its entry in the log.
Organisation keep_organisation(const Act&, Organisation);

/// The standing one with the number, else with that name and kind.
std::optional<Organisation> known_organisation(sql::Connection&, const Organisation&);

}  // namespace medskapa::app
