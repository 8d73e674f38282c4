#pragma once

#include "app/act/act.hpp"
#include "domain/staff/table_reading.hpp"

namespace medskapa::app {

/// Keeps how a table was read, for the next of the same header in the process, whoever reads it; what says
/// nothing forgets what was kept. The log is told when it is something else than before. True when something
/// is remembered; what is longer than `longest_table_reading`, or has no digest of a header, is not.
Result<bool> remember_table(Permitted<Action::enter_inspel>, const TableReading&);

/// Forgets, in all processes, what no table was imported by for `days_of_table_reading`.
Result<bool> forget_table_readings(Permitted<Action::administer>);

}  // namespace medskapa::app
