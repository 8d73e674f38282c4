#pragma once

#include "engine/regional/read/layout.hpp"
#include "engine/regional/table.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::regional::read {

/// One row of a file whose columns are known by name.
struct NamedRow {
    std::size_t line;                      // as a spreadsheet shows it
    std::vector<std::string_view> fields;  // in the order asked for; an absent optional column is empty
    std::vector<bool> are_numbers;         // those that a workbook holds as numbers
};

/// What to read: columns that must be named in the header, and those that may be.
struct Columns {
    std::vector<std::string> needed;
    std::vector<std::string> optional;
    /// Where no needed name is found: refuse, or take the first columns in order.
    enum class Unnamed { refused, in_order } unnamed = Unnamed::refused;
};

/// Calls `row` for each record below the header, which is the first row that names all needed columns; titles
/// may stand above. Refuses, with the row, an empty file, a column that is missing or stands twice, a record
/// with too few fields or more than the header, an unclosed quote, and what `row` complains of. Returns the
/// names of the columns that nobody asked for.
using RowReader = std::function<std::optional<Complaint>(const NamedRow&)>;
Result<std::vector<std::string>> read_columns(const TableSource&, const Columns&, const RowReader& row);
/// Of a text in any encoding, or a workbook.
std::optional<Failure> read_columns(std::string_view bytes, const Columns&, const RowReader& row);

/// Long rows `region,industry,value[,period]`. With several periods the wanted one is read, or the last by
/// text order when none is wanted, with a warning. Columns that are not read are named in a warning.
Result<Table> read_amounts(const TableSource&, const std::string& wanted_period, const Choices& choices = {});
Result<Table> read_amounts(
    std::string_view bytes, const std::string& wanted_period, const Choices& choices = {});

/// Pairs of text, for instance `industry,group`. Refuses a first text that stands twice with different
/// seconds.
Result<Grouping> read_grouping(std::string_view bytes, const std::string& first, const std::string& second);

/// Refusal of a cell that is neither a number nor a sign for none.
Complaint not_a_number(std::size_t line, std::string_view cell);

}  // namespace medskapa::regional::read
