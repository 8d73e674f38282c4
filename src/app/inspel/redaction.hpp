#pragma once

#include "domain/inspel/redaction.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Masks a passage wherever it is shown: in the inspel's copy, in the words its issues quote, in their titles
/// and in what the sender added. The original stays as it was written; the history keeps when, why and in
/// what role, and not the words. Refused where an issue quotes a part of the passage only.
Result<Redaction> redact(sql::Transaction&, const Permit&, const Process&, int number, const Mask&);

}  // namespace medskapa::app
