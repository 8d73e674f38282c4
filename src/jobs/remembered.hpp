#pragma once

#include "base/time.hpp"
#include "store/files/installation.hpp"

namespace medskapa::jobs {

/// For last_backup(). A folder that cannot be written in is no fault of the backup's.
void remember_backup(const store::Installation&, Instant now);

}  // namespace medskapa::jobs
