#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/redaction.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Masks a passage wherever it is shown: in the inspel's copy, in the words its issues quote, in their titles
/// and in what the sender added. The original stays as it was written; the history keeps when, why and in
/// what role, and not the words. Refused where an issue quotes a part of the passage only.
Result<Redaction> redact(Permitted<Action::moderate_inspel>, int number, const Mask&);

}  // namespace medskapa::app
