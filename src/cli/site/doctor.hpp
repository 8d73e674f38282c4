#pragma once

#include "jobs/backup.hpp"
#include "jobs/check.hpp"

/// What `doctor` looks at, a part each. All add to `checks` what they find.
namespace medskapa::cli {

/// The open log: what `log verify` finds, whether its history is one, whether its witnesses have come.
void check_log(const store::Installation&, jobs::Checks& checks);

/// Whether backups forget what was erased, and when one was last restored on trial.
void check_backups(const store::Installation&, const jobs::BackupKeys&, jobs::Checks& checks);

}  // namespace medskapa::cli
