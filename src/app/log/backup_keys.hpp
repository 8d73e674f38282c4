#pragma once

#include "app/act/act.hpp"
#include "store/sql/connection.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

/// Notes in the log each month ("2026-11") whose key to the backups has been destroyed: what was erased
/// before is gone from them too. Months that it speaks of are left out. Returns those that were new to it.
Result<std::vector<std::string>> note_destroyed_keys(
    Permitted<Action::administer>, const std::vector<std::string>& months);

/// Those of the months that the log does not speak of yet.
std::vector<std::string> months_to_note(sql::Connection&, const std::vector<std::string>& months);

}  // namespace medskapa::app
