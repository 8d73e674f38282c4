#include "engine/regional/read/table_rows.hpp"

#include "base/csv/encoding.hpp"
#include "base/text.hpp"
#include "engine/regional/read/column_names.hpp"
#include "engine/regional/read/layout.hpp"

#include <algorithm>

namespace medskapa::regional::read {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

bool has_a_table(const sheets::Sheet& sheet) {
    return std::count_if(sheet.rows.begin(), sheet.rows.end(),
               [](const sheets::Row& row) { return row.cells.size() > 1; }) > 1;
}

constexpr std::size_t rows_to_header = 50;

std::string folded(const sheets::Cell& cell) {
    return text::lower(text::trimmed(cell.text));
}

bool names_all(const sheets::Row& row, const std::vector<std::string>& names) {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(row.cells.begin(), row.cells.end(),
            [&](const sheets::Cell& cell) { return folded(cell) == name; });
    });
}

bool has_name(const sheets::Row& row, bool (*is_such)(std::string_view)) {
    return std::any_of(
        row.cells.begin(), row.cells.end(), [&](const sheets::Cell& cell) { return is_such(folded(cell)); });
}

/// Whether a column below the row holds a number.
bool has_number_below(const sheets::Sheet& sheet, std::size_t row, std::uint32_t column) {
    return std::any_of(sheet.rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, sheet.rows.end(),
        [&](const sheets::Row& below) {
            return std::any_of(below.cells.begin(), below.cells.end(), [&](const sheets::Cell& cell) {
                return cell.column == column && cell.kind == sheets::Cell::Kind::number;
            });
        });
}

/// A row that names what the numbers are about, and amounts that stand below it. "Uttag | 2025" is none, nor
/// "År | 2025": years do not stand both along a table and across it.
bool heads_a_statistic(const sheets::Sheet& sheet, std::size_t at) {
    const auto& row = sheet.rows[at];
    const bool may_have_periods = !has_name(row, names_a_time);
    return has_name(row, names_a_dimension) &&
           std::any_of(row.cells.begin(), row.cells.end(), [&](const sheets::Cell& cell) {
               const auto name = folded(cell);
               const bool is_amount =
                   names_the_amount(name) || names_a_content(name) || (may_have_periods && is_period(name));
               return is_amount && has_number_below(sheet, at, cell.column);
           });
}

bool is_meant(const sheets::Sheet& sheet, const std::vector<std::string>& names) {
    for (std::size_t row = 0; row < std::min(rows_to_header, sheet.rows.size()); ++row)
        if (names.empty() ? heads_a_statistic(sheet, row) : names_all(sheet.rows[row], names)) return true;
    return false;
}

Result<sheets::Sheet> sheet_of(
    std::string_view bytes, const std::string& wanted, const std::vector<std::string>& known) {
    const auto book = sheets::Workbook::opened(bytes);
    if (!book) return tl::unexpected{book.error()};
    std::string names;
    std::optional<sheets::Sheet> first;
    for (const auto& listed : book->sheets()) {
        names.append(names.empty() ? "" : ", ").append(listed.name);
        if (wanted.empty() ? listed.is_hidden : listed.name != wanted) continue;
        auto sheet = book->read(listed);
        if (!sheet || !wanted.empty() || is_meant(*sheet, known)) return sheet;
        if (!first && has_a_table(*sheet)) first = std::move(*sheet);
    }
    if (first) return *std::move(first);
    return refuse(Failure::Kind::invalid,
        {{"file", N_("No sheet of the workbook holds such a table. It has: {}"), {names}}});
}

}  // namespace

Result<TableSource> TableSource::opened(
    std::string_view bytes, const std::string& wanted, const std::vector<std::string>& names) {
    TableSource source;
    if (!sheets::is_archive(bytes)) {
        auto text = text::as_utf8(bytes);
        source.separator_ = csv::separator_of(text);
        source.content_ = std::move(text);
        return source;
    }
    auto sheet = sheet_of(bytes, wanted, names);
    if (!sheet) return tl::unexpected{sheet.error()};
    for (const auto& row : sheet->rows)
        for (const auto& cell : row.cells)
            if (auto fault = sheets::fault_of(cell, row.number))
                return refuse(Failure::Kind::invalid, {*std::move(fault)});
    source.content_ = std::move(*sheet);
    return source;
}

std::optional<TableSource> TableSource::of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::nullopt;
    std::vector<char> piece(piece_bytes);
    TableSource source;
    std::string carried;  // a line that the piece before cut
    for (bool is_first = true; file; is_first = false) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const std::string_view read{piece.data(), static_cast<std::size_t>(file.gcount())};
        if (is_first && (read.empty() || sheets::is_archive(read))) return std::nullopt;
        if (is_first) source.separator_ = csv::separator_of(read);
        carried += read;
        const auto end = file ? carried.rfind('\n') + 1 : carried.size();
        if (!text::is_valid_utf8(std::string_view{carried}.substr(0, end))) return std::nullopt;
        carried.erase(0, end);
        if (carried.size() > csv::longest_record) return std::nullopt;
    }
    source.content_ = File{path};
    return source;
}

std::vector<Warning> TableSource::remarks() const {
    std::vector<Warning> remarks;
    if (sheet() == nullptr) return remarks;
    remarks.push_back({"sheet", N_("The sheet {} was read."), {sheet()->name}});
    const auto hidden = std::count_if(
        sheet()->rows.begin(), sheet()->rows.end(), [](const sheets::Row& row) { return row.is_hidden; });
    if (hidden > 0)
        remarks.push_back(
            {"hidden", N_("Rows that are hidden in the workbook and were read too: {}."), {hidden}});
    return remarks;
}

TableRows::TableRows(const TableSource& source) : sheet_{source.sheet()} {
    if (!source.is_text()) return;
    if (source.text() != nullptr) {
        records_ = std::make_unique<csv::Records>(*source.text(), source.separator());
    } else {
        records_ = std::make_unique<csv::Records>(source.separator());
        file_ = std::make_unique<std::ifstream>(source.path(), std::ios::binary);
        piece_.resize(piece_bytes);
    }
}

const csv::Fields* TableRows::next() {
    const auto* fields = records_ ? next_of_text() : next_of_sheet();
    if (records_) row_ = records_->row();
    return fields;
}

const csv::Fields* TableRows::next_of_text() {
    while (true) {
        const auto* fields = records_->next();
        if (fields != nullptr || !file_ || !*file_ || records_->complaint()) return fields;
        file_->read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
        records_->feed({piece_.data(), static_cast<std::size_t>(file_->gcount())});
        if (!*file_) records_->close();
    }
}

const csv::Fields* TableRows::next_of_sheet() {
    if (at_ == sheet_->rows.size()) return nullptr;
    const auto& row = sheet_->rows[at_++];
    row_ = row.number;
    const auto width = row.cells.back().column + 1;
    fields_.assign(width, {});
    are_numbers_.assign(width, false);
    for (const auto& cell : row.cells) {
        fields_[cell.column] = cell.text;
        are_numbers_[cell.column] = cell.kind == sheets::Cell::Kind::number;
    }
    return &fields_;
}

}  // namespace medskapa::regional::read
