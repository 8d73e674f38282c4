#include "base/sheets/named.hpp"

#include "base/csv/records.hpp"
#include "base/digest.hpp"
#include "base/sheets/other_kind.hpp"
#include "base/sheets/own_keys.hpp"
#include "base/sheets/table_building.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace medskapa::sheets {
namespace {

constexpr std::size_t rows_to_header = 50;

tl::unexpected<Failure> unfit(const char* why, Holes holes = {}) {
    return refuse(Failure::Kind::invalid, {{"fil", why, std::move(holes)}});
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all.append(all.empty() ? "" : ", ").append(word);
    return all;
}

struct Found {
    Header header;
    char separator = ',';
};

/// The separator by which a row near the top names most known columns.
Found found_in(std::string_view utf8, const KeyOfName& keys, std::optional<char> chosen) {
    Found best{{}, chosen.value_or(csv::separator_of(utf8))};
    std::vector<char> separators{best.separator};
    if (!chosen && !csv::separator_hint(utf8)) separators = {best.separator, ';', '\t', ',', '|'};
    for (const char separator : separators) {
        Header header;
        csv::Records records{utf8, separator};
        for (std::size_t read = 0; read < rows_to_header; ++read) {
            const auto* fields = records.next();
            if (fields == nullptr) break;
            improves(header, line_of(records.row(), *fields), keys);
        }
        const bool is_better = best.header.row == 0 || header.known > best.header.known;
        if (is_better && header.row > 0) best = {header, separator};
    }
    return best;
}

/// A header of one column that no separator parts: then none parts the rows either.
bool has_one_column(std::string_view utf8, const Found& found) {
    if (found.header.known != 1 || found.header.width != 1) return false;
    csv::Records records{utf8, found.separator};
    while (const auto* fields = records.next())
        if (records.row() == found.header.row) return fields->size() == 1;
    return false;
}

Result<NamedTable> read_text(std::string_view bytes, const Wanted& wanted) {
    NamedTable table;
    table.encoding = text::encoding_of(bytes);
    const auto utf8 = text::as_utf8(bytes);
    const auto found = found_in(utf8, keys_of(wanted), wanted.separator);
    if (!text::is_valid_utf8(utf8))
        return unfit(N_("The file is neither XLSX nor CSV. Save it again as one of them"));
    table.separator = !wanted.separator && has_one_column(utf8, found) ? '\0' : found.separator;
    TableBuilding building{table, wanted};
    csv::Records records{utf8, table.separator};
    while (const auto* fields = records.next()) {
        const auto line = line_of(records.row(), *fields);
        if (line.number == found.header.row) building.header(line);
        if (line.number > found.header.row) building.row(line, false);
    }
    if (const auto complaint = records.complaint()) building.complain(*complaint);
    if (auto failure = building.failure()) return tl::unexpected{*std::move(failure)};
    return table;
}

std::vector<std::string> visible_names(const Workbook& book) {
    std::vector<std::string> names;
    for (const auto& sheet : book.sheets())
        if (!sheet.is_hidden) names.push_back(sheet.name);
    return names;
}

struct FoundSheet {
    const Workbook::Listed* sheet = nullptr;
    Header header;
};

/// The sheet that was named, or the first visible one with a known column, or else the first with anything.
Result<FoundSheet> sheet_in(const Workbook& book, const KeyOfName& keys, const std::string& wanted) {
    FoundSheet first;
    for (const auto& listed : book.sheets()) {
        if (wanted.empty() ? listed.is_hidden : listed.name != wanted) continue;
        const auto top = book.read(listed, rows_to_header);
        if (!top) return tl::unexpected{top.error()};
        Header header;
        for (const auto& row : top->rows) improves(header, line_of(row), keys);
        if (header.known > 0) return FoundSheet{&listed, header};
        if (first.sheet == nullptr || first.header.row == 0) first = {&listed, header};
    }
    if (first.sheet != nullptr) return first;
    return unfit(N_("No sheet is called {}. The workbook has: {}"), {wanted, joined(visible_names(book))});
}

Result<NamedTable> read_workbook(std::string_view bytes, const Wanted& wanted) {
    const auto book = Workbook::opened(bytes);
    if (!book) return tl::unexpected{book.error()};
    const auto found = sheet_in(*book, keys_of(wanted), wanted.sheet);
    if (!found) return tl::unexpected{found.error()};
    const auto sheet = book->read(*found->sheet);
    if (!sheet) return tl::unexpected{sheet.error()};
    NamedTable table;
    table.sheet = sheet->name;
    TableBuilding building{table, wanted};
    for (const auto& row : sheet->rows) {
        const auto line = line_of(row);
        if (line.number == found->header.row) building.header(line);
        if (line.number <= found->header.row) continue;
        building.widen(line);
        building.row(line, true);
        table.hidden_rows += row.is_hidden ? 1 : 0;
    }
    for (const auto& area : sheet->merged) building.merged(area, sheet->rows);
    if (auto failure = building.failure()) return tl::unexpected{*std::move(failure)};
    return table;
}

Result<NamedTable> read_table(std::string_view bytes, const Wanted& wanted) {
    auto table = is_archive(bytes) ? read_workbook(bytes, wanted) : read_text(bytes, wanted);
    if (table) find_own_keys(*table, wanted.columns);
    return table;
}

/// As a row is digested, so that no words of whoever wrote it are remembered.
std::string digest_of(const Line& line) {
    std::string names;
    for (const auto& cell : line.cells)
        names += column_letters(cell.column) + '\t' + folded(cell.text) + '\n';
    return hex(as_text(sha256(names)));
}

std::optional<HeaderRow> header_of_text(std::string_view bytes, const Wanted& wanted) {
    const auto utf8 = text::as_utf8(bytes);
    if (!text::is_valid_utf8(utf8)) return std::nullopt;
    const auto found = found_in(utf8, keys_of(wanted), {});
    csv::Records records{utf8, found.separator};
    while (const auto* fields = records.next())
        if (records.row() == found.header.row)
            return HeaderRow{digest_of(line_of(records.row(), *fields)),
                has_one_column(utf8, found) ? '\0' : found.separator};
    return std::nullopt;
}

std::optional<HeaderRow> header_of_workbook(std::string_view bytes, const Wanted& wanted) {
    const auto book = Workbook::opened(bytes);
    if (!book) return std::nullopt;
    const auto found = sheet_in(*book, keys_of(wanted), wanted.sheet);
    if (!found) return std::nullopt;
    const auto top = book->read(*found->sheet, rows_to_header);
    if (!top) return std::nullopt;
    for (const auto& row : top->rows)
        if (line_of(row).number == found->header.row) return HeaderRow{digest_of(line_of(row))};
    return std::nullopt;
}

}  // namespace

std::string folded(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> plain{
        {{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"é", "e"}, {"\u030A", ""}, {"\u0308", ""}, {"\u0301", ""},
            {"\u00A0", " "}, {"\u200B", ""}, {"\uFEFF", ""}, {"_", " "}, {"-", " "}}};
    auto all = text::lower(name);
    for (const auto& [what, by] : plain) {
        for (auto at = all.find(what); at != all.npos; at = all.find(what, at + by.size()))
            all.replace(at, what.size(), by);
    }
    all = text::one_line(all);
    while (!all.empty() && (all.back() == ':' || all.back() == '*' || all.back() == ' ')) all.pop_back();
    return all;
}

bool NamedTable::has(std::string_view key) const {
    return std::any_of(
        columns.begin(), columns.end(), [&](const Column& column) { return column.key == key; });
}

std::string NamedTable::unread() const {
    std::vector<std::string> all;
    for (const auto& column : columns)
        if (column.key.empty())
            all.push_back(column.name.empty() ? column.letters : column.name + " (" + column.letters + ")");
    return joined(all);
}

std::string NamedTable::names() const {
    std::vector<std::string> all;
    for (const auto& column : columns) all.push_back(column.name.empty() ? column.letters : column.name);
    return joined(all);
}

Result<NamedTable> read_named(std::string_view bytes, const Wanted& wanted) {
    if (const char* kind = other_kind(bytes)) return unfit(kind);
    auto table = read_table(bytes, wanted);
    if (!table) return table;
    const auto days = days_in(*table, wanted);
    if (days.empty()) return table;
    auto again = wanted;
    again.meaning.insert(days.begin(), days.end());
    return read_table(bytes, again);
}

std::optional<HeaderRow> header_of(std::string_view bytes, const Wanted& wanted) {
    return is_archive(bytes) ? header_of_workbook(bytes, wanted) : header_of_text(bytes, wanted);
}

}  // namespace medskapa::sheets
