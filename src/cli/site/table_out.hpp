#pragma once

#include <memory>
#include <string>

namespace medskapa::cli {

/// A table on its way to a file: CSV, or XLSX where the file's name ends so. Written line by line, of any
/// size.
class TableOut {
public:
    virtual ~TableOut() = default;
    /// Whole lines of CSV with commas, the first of all names the columns.
    virtual void add(const std::string& lines) = 0;
    /// Puts the file in place; without this nothing is.
    virtual void finish() = 0;
};

/// Gives up, with a sentence, at a name that ends in neither .csv nor .xlsx, and when the file cannot be
/// written.
std::unique_ptr<TableOut> table_out(const std::string& file);

}  // namespace medskapa::cli
