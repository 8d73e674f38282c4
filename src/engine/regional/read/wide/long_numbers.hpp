#pragma once

#include "engine/regional/read/columns.hpp"

namespace medskapa::regional::read {

/// Calls `row` for each record of a long table with its number, which stands in the last needed column.
/// Refuses by line and column what `read_columns` refuses, a cell that is neither a number nor a sign for
/// none, a number that is negative or infinite, and what `row` complains of.
using LongRow = std::function<std::optional<Complaint>(const NamedRow&, const std::optional<double>&)>;
std::optional<Failure> read_long_numbers(
    std::string_view bytes, const Columns&, const Choices&, const LongRow& row);

}  // namespace medskapa::regional::read
