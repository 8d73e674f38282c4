#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/redaction.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Masks a passage wherever it is shown: in each published text of the inspel, its issues, what the sender
/// added or proposed, and the groups that its issues are in or have named. A title that was made of a text is
/// made of the masked text again. The originals stay as they were written; the history keeps when, why and in
/// what role, and not the words. Refused where an issue quotes a part of the passage only.
Result<Redaction> redact(Permitted<Action::moderate_inspel>, int number, const Mask&);

/// How the passage of a mask still stands in what is shown, other than in its own capitals.
std::vector<std::string> still_shown(sql::Connection&, Id<Process>, int number, const Mask&);

}  // namespace medskapa::app
