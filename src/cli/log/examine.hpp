#pragma once

#include "engine/openlog/audit/audit.hpp"
#include "store/files/installation.hpp"

namespace medskapa::cli {

/// What `log verify` finds in an installation's own log, signed by its own keys: its published files, the
/// database's entries, the documents that they speak of.
Result<openlog::AuditReport> examine_log(const store::Installation&);

}  // namespace medskapa::cli
