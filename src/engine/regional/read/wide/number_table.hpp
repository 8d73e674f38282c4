#pragma once

#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

/// A column of words in a wide table, by any of the names that it may have, in small letters.
struct WordColumn {
    enum class Need { needed, optional };

    std::vector<std::string> names;
    Need need = Need::needed;
};

/// A table as wide as a spreadsheet: some columns of words, and numbers in all others.
class NumberTable {
public:
    struct Row {
        std::size_t line = 0;            // as a spreadsheet shows it
        std::vector<std::string> words;  // in the order asked for; "" of a column that is not there
        std::vector<std::optional<double>> numbers;  // in the order of `columns`; none is missing
    };

    std::vector<bool> has_word;        // which columns of words the header names
    std::vector<std::string> columns;  // the names of the columns of numbers
    std::vector<Row> rows;

    /// Where a column stands; none when there is no such column.
    std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads a table in any encoding, with any separator, or a workbook. The header is the first row that names
/// all needed columns of words. Refuses by line and column: a header without them, a column that stands twice
/// or has numbers and no name, a row of another width, a cell that is neither a number nor a sign for none, a
/// table without rows, and one of more than 2 * 10^7 cells.
Result<NumberTable> read_number_table(
    std::string_view bytes, const std::vector<WordColumn>&, const Choices& = {});

/// The names of all columns of the same header, in small letters.
Result<std::vector<std::string>> header_names(
    std::string_view bytes, const std::vector<WordColumn>&, const Choices& = {});

/// The ages that columns "0", "1" .. "100" (or "100+") name, by column: all from 0 without a gap, the last is
/// open. Refuses anything else.
Result<std::vector<std::size_t>> age_columns(const std::vector<std::string>& columns);

/// Of a count, such as jobs: more is a mistake, and sums stay finite.
inline constexpr double largest_count = 1e15;

/// "Line {}, column {}: ..." of a cell.
Complaint cell_fault(std::size_t line, std::string_view column, const char* sentence, Holes more = {});
/// Of a cell that is neither a number nor a sign for none.
Complaint number_fault(std::size_t line, std::string_view column, std::string_view cell);
/// Of a count that is negative or too large; none when it is neither.
std::optional<Complaint> count_fault(std::size_t line, std::string_view column, double count);

}  // namespace medskapa::regional::read
