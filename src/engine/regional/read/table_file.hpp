#pragma once

#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

/// The name of the dimension that several columns of numbers make, unless they are periods.
constexpr std::string_view across_columns = "variable";

/// A table in text or in a workbook, as Statistics Sweden's CSV, SDMX-CSV 1 and 2, Eurostat's TSV, Kolada's
/// CSV or what a person has saved: any encoding and separator of base/csv, some lines above the header, notes
/// below, one row a number or several columns of numbers (`guess_layout`). "2062 Mora" becomes code and
/// label. Rows of another width than the header, and cells of amounts that are none, are refused by row. Rows
/// that SDMX deletes are left out, with a warning. Keeps one record at a time besides the result; O(bytes).
Result<Statistic> read_table_file(std::string_view bytes, const Choices& = {});

/// What a table of any size says of itself, without its rows.
struct TableShape {
    Layout layout;
    Statistic statistic;  // dimensions and warnings, no rows
    std::size_t rows = 0;
};
/// Reads the whole table once to know its members and to refuse what is wrong, and keeps eight bytes a row
/// (to count those that repeat another).
Result<TableShape> shape_of(const TableSource&, const Choices& = {});
/// The same as write_long of what read_table_file reads, from the source again, in little memory.
void write_long(std::ostream&, const TableSource&, const TableShape&, Labels);

}  // namespace medskapa::regional::read
