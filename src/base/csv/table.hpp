#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::csv {

/// The names by which the cells of a table's rows are asked for.
using Names = std::vector<std::string>;

/// One row of a table, by its columns' names. An empty cell, or a column that is not there, is "".
class Row {
public:
    Row(std::size_t number, std::shared_ptr<const Names> names, std::vector<std::string> cells)
        : number_{number}, names_{std::move(names)}, cells_{std::move(cells)} {}

    const std::string& operator[](std::string_view column) const;
    /// As a spreadsheet shows it, from 1.
    int line() const { return static_cast<int>(number_); }
    bool has(std::string_view column) const;
    /// Another value for a cell; nothing where the row has no such column.
    void put(std::string_view column, std::string value);

private:
    std::size_t number_;
    std::shared_ptr<const Names> names_;
    std::vector<std::string> cells_;
};

/// A table with one header row, read as Records reads it, with the separator that suits it. Refuses a name
/// that stands twice, rows of another width than the header and quotation marks that are never closed, each
/// with its row.
Result<std::vector<Row>> read(std::string_view utf8);

/// Refuses a row that has more or fewer cells than the header.
Complaint wrong_width(std::size_t row, std::size_t cells, std::size_t expected);

}  // namespace medskapa::csv
