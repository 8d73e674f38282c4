#pragma once

#include "base/csv/records.hpp"
#include "base/sheets/workbook.hpp"

#include <memory>
#include <variant>

namespace medskapa::regional::read {

/// The bytes of a table as they can be walked through again and again: text in UTF-8, or a sheet of a
/// workbook.
class TableSource {
public:
    /// Refuses a workbook that cannot be read. Of a workbook the sheet with that name is taken, or the first
    /// visible one that has a table: two rows with two cells each.
    static Result<TableSource> opened(std::string_view bytes, const std::string& sheet);

    const std::string* text() const { return std::get_if<std::string>(&content_); }
    const sheets::Sheet* sheet() const { return std::get_if<sheets::Sheet>(&content_); }
    char separator() const { return separator_; }

private:
    std::variant<std::string, sheets::Sheet> content_;
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

    std::unique_ptr<csv::Records> records_;
    const sheets::Sheet* sheet_ = nullptr;
    std::size_t at_ = 0;
    std::size_t row_ = 0;
    csv::Fields fields_;
    std::vector<bool> are_numbers_;
};

}  // namespace medskapa::regional::read
