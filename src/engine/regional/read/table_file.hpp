#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// The name of the dimension that several columns of numbers make, unless they are periods.
constexpr std::string_view across_columns = "variable";

/// A table in text, as Statistics Sweden's CSV, SDMX-CSV, Kolada's CSV or what a person has saved: UTF-8 or
/// Latin-1, commas, semicolons or tabs, some lines above the header, notes below, one row a number or several
/// columns of numbers (`guess_layout`). "2062 Mora" becomes code and label. Rows of another width than the
/// header are refused by line. Keeps one record at a time besides the result; O(bytes).
Result<Statistic> read_table_file(std::string_view bytes);

}  // namespace medskapa::regional::read
