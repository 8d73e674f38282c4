#pragma once

#include <string>
#include <vector>

namespace medskapa::web {

/// A line of a file for spreadsheets (RFC 4180), every cell quoted, and none that they take for a formula.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace medskapa::web
