#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::csv {

/// One line of a table, by its columns' names. An empty cell, or a column that is not there, is "".
class Row {
public:
    Row(int line, std::map<std::string, std::string, std::less<>> cells)
        : line_{line}, cells_{std::move(cells)} {}

    const std::string& operator[](std::string_view column) const;
    int line() const { return line_; }
    bool has(std::string_view column) const { return cells_.contains(column); }
    /// The names of the columns, in the order of the alphabet.
    std::vector<std::string> columns() const;

private:
    int line_;
    std::map<std::string, std::string, std::less<>> cells_;
};

/// A table with one header row, read as Records reads it, with the separator that its header uses. Refuses
/// rows of another width than the header and quotation marks that are never closed, each with its line.
Result<std::vector<Row>> read(std::string_view);

}  // namespace medskapa::csv
