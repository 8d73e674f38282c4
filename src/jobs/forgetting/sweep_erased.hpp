#pragma once

#include "store/sql/writer.hpp"

namespace medskapa::jobs {

/// Frees what the database's journal and free pages still hold of what has been erased. True when nothing is
/// left to free; false when readers were in the way and it must be tried again. `reader` is asked whether
/// there is anything; the database itself is opened only then.
bool sweep_erased(sql::Connection& reader, const sql::Database&, sql::Writer&);

}  // namespace medskapa::jobs
