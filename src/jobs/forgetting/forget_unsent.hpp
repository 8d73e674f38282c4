#pragma once

#include "store/sql/writer.hpp"

namespace medskapa::jobs {

/// Destroys the answers to referrals that were never sent and whose time is out, in all processes: see
/// app::forget_unsent(). Returns how many.
int forget_unsent(sql::Connection& reader, sql::Writer&, Day today);

}  // namespace medskapa::jobs
