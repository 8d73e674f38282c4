#pragma once

#include "base/csv/records.hpp"
#include "base/sheets/workbook.hpp"
#include "engine/regional/table.hpp"

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace medskapa::regional::read {

/// A table that can be walked through again and again: text in UTF-8 in memory or in a file, or a sheet of a
/// workbook.
class TableSource {
public:
    /// Text in UTF-8 that stays in its file, so that its size costs no memory. None when it is something
    /// else, or cannot be read.
    static std::optional<TableSource> of_file(const std::string& path);
    /// Refuses a workbook that cannot be read. Of a workbook the sheet with that name is taken, or the first
    /// visible one with a row that holds all these names, or, where none are asked for, one that is headed as
    /// statistics are, above numbers; else the first that has a table: two rows with two cells each.
    static Result<TableSource> opened(
        std::string_view bytes, const std::string& sheet, const std::vector<std::string>& names = {});

    bool is_text() const { return sheet() == nullptr; }
    const std::string* text() const { return std::get_if<std::string>(&content_); }
    /// Of the file.
    const std::string& path() const { return std::get<File>(content_).path; }
    const sheets::Sheet* sheet() const { return std::get_if<sheets::Sheet>(&content_); }
    char separator() const { return separator_; }
    /// Of a workbook: which sheet it is, and how many of its rows the spreadsheet hides.
    std::vector<Warning> remarks() const;

private:
    struct File {
        std::string path;
    };

    std::variant<std::string, sheets::Sheet, File> content_;
    char separator_ = ',';
};

/// One walk through a table's rows, in text or in a sheet. The source must outlive it.
class TableRows {
public:
    explicit TableRows(const TableSource&);

    /// The next row with something in it, valid until the next call; none at the end.
    const csv::Fields* next();
    /// As a spreadsheet shows it, from 1.
    std::size_t row() const { return row_; }
    /// True when the spreadsheet holds the cell as a number: then it is written with a point.
    bool is_number(std::size_t column) const { return column < are_numbers_.size() && are_numbers_[column]; }
    std::optional<Complaint> complaint() const { return records_ ? records_->complaint() : std::nullopt; }

private:
    const csv::Fields* next_of_sheet();
    const csv::Fields* next_of_text();

    std::unique_ptr<csv::Records> records_;
    std::unique_ptr<std::ifstream> file_;
    std::vector<char> piece_;
    const sheets::Sheet* sheet_ = nullptr;
    std::size_t at_ = 0;
    std::size_t row_ = 0;
    csv::Fields fields_;
    std::vector<bool> are_numbers_;
};

}  // namespace medskapa::regional::read
