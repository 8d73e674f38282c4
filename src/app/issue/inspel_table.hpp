#pragma once

#include "base/time.hpp"
#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <string>

namespace medskapa::app {

/// Every inspel of a process in the order of receipt, whatever its state, with its issues and their answers,
/// also those not published yet: for who runs the process, not for others. A line of CSV an issue, one for an
/// inspel without any; the first line names the columns. Words are the copies that are shown, with their
/// masks; what was erased is empty. What a person told of who they are is not among the columns.
void each_line_of_inspel(
    sql::Connection&, const Process&, const Clock&, const std::function<void(const std::string& line)>&);

}  // namespace medskapa::app
