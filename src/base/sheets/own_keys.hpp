#pragma once

#include "base/sheets/named.hpp"

namespace medskapa::sheets {

/// What the columns are by their names and the days in them, whatever was chosen: fills their `own_key`.
void find_own_keys(NamedTable&, const std::vector<KnownColumn>&);

/// Keys by letters, of the columns that are something because they hold days, where nobody has chosen.
std::map<std::string, std::string> days_in(const NamedTable&, const Wanted&);

}  // namespace medskapa::sheets
