#pragma once

#include "base/csv/table.hpp"

#include <string_view>
#include <vector>

namespace medskapa::app {

/// The first sheet of an XLSX workbook, or a CSV file, as rows by their columns' names. Refuses, with a
/// sentence, what is neither, what cannot be read, and a workbook that would unpack to more than 64 MB.
Result<std::vector<csv::Row>> read_sheet(std::string_view bytes);

}  // namespace medskapa::app
