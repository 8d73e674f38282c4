#include "engine/regional/read/table_rows.hpp"

#include "base/csv/encoding.hpp"

#include <algorithm>

namespace medskapa::regional::read {
namespace {

bool has_a_table(const sheets::Sheet& sheet) {
    return std::count_if(sheet.rows.begin(), sheet.rows.end(),
               [](const sheets::Row& row) { return row.cells.size() > 1; }) > 1;
}

Result<sheets::Sheet> sheet_of(std::string_view bytes, const std::string& wanted) {
    const auto book = sheets::Workbook::opened(bytes);
    if (!book) return tl::unexpected{book.error()};
    std::string names;
    for (const auto& listed : book->sheets()) {
        names.append(names.empty() ? "" : ", ").append(listed.name);
        if (wanted.empty() ? listed.is_hidden : listed.name != wanted) continue;
        auto sheet = book->read(listed);
        if (!sheet || !wanted.empty() || has_a_table(*sheet)) return sheet;
    }
    return refuse(Failure::Kind::invalid,
        {{"file", N_("No sheet of the workbook holds such a table. It has: {}"), {names}}});
}

}  // namespace

Result<TableSource> TableSource::opened(std::string_view bytes, const std::string& wanted) {
    TableSource source;
    if (!sheets::is_archive(bytes)) {
        auto text = text::as_utf8(bytes);
        source.separator_ = csv::separator_of(text);
        source.content_ = std::move(text);
        return source;
    }
    auto sheet = sheet_of(bytes, wanted);
    if (!sheet) return tl::unexpected{sheet.error()};
    source.content_ = std::move(*sheet);
    return source;
}

TableRows::TableRows(const TableSource& source) : sheet_{source.sheet()} {
    if (source.text() != nullptr)
        records_ = std::make_unique<csv::Records>(*source.text(), source.separator());
}

const csv::Fields* TableRows::next() {
    if (!records_) return next_of_sheet();
    const auto* fields = records_->next();
    row_ = records_->row();
    return fields;
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
