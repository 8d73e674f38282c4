#include "base/sheets/named.hpp"

#include "base/csv/records.hpp"
#include "base/sheets/workbook.hpp"
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

/// A row of any table: its cells by their columns, and how far it reaches.
struct Line {
    std::size_t number = 0;
    std::vector<Cell> cells = {};
    std::size_t width = 0;
};

Line line_of(std::size_t number, const csv::Fields& fields) {
    Line line{number, {}, fields.size()};
    for (std::uint32_t column = 0; column < fields.size(); ++column) {
        if (!is_blank(fields[column])) line.cells.push_back({column, Cell::Kind::text, fields[column]});
    }
    return line;
}

Line line_of(const Row& row) {
    return {row.number, row.cells, row.cells.empty() ? 0 : row.cells.back().column + 1};
}

/// Without blanks at its ends, those that do not break included.
std::string unpadded(std::string_view text) {
    constexpr std::string_view no_break = "\u00A0";
    while (text.starts_with(no_break)) text.remove_prefix(no_break.size());
    while (text.ends_with(no_break)) text.remove_suffix(no_break.size());
    return text::trimmed(text);
}

using KeyOfName = std::map<std::string, std::string, std::less<>>;

KeyOfName keys_of(const Wanted& wanted) {
    KeyOfName keys{wanted.meaning.begin(), wanted.meaning.end()};
    for (const auto& column : wanted.columns)
        for (const auto& name : column.names) keys.emplace(folded(name), column.key);
    return keys;
}

/// The header found so far: the row that names most known columns.
struct Header {
    std::size_t known = 0;
    std::size_t row = 0;
    std::size_t width = 0;
};

/// True when the line names more than what was found before.
bool improves(Header& best, const Line& line, const KeyOfName& keys) {
    const auto known = static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
        [&](const Cell& cell) { return keys.contains(folded(cell.text)); }));
    const bool is_better = best.row == 0 || known > best.known;
    if (is_better) best = {known, line.number, line.cells.size()};
    return is_better;
}

/// Builds the table from its lines, the header first.
class Building {
public:
    Building(NamedTable& table, const Wanted& wanted)
        : table_(table), wanted_(wanted), keys_(keys_of(wanted)) {}

    void header(const Line& line) {
        table_.header_row = line.number;
        for (const auto& cell : line.cells) {
            grow_to(cell.column + 1);
            table_.columns[cell.column].name = text::one_line(text::cleaned(cell.text));
        }
        header_width_ = line.width;
        grow_to(header_width_);
        for (auto& column : table_.columns) column.key = key_of(column);
        refuse_repeated();
        for (const auto& known : wanted_.columns) names_->push_back(known.key);
        for (const auto& column : table_.columns) place_of_.push_back(place_of(column.key));
    }

    void row(const Line& line, bool may_be_narrow) {
        const auto reach = line.cells.empty() ? 0 : line.cells.back().column + 1;
        if (reach > header_width_ || (!may_be_narrow && line.width < narrowest())) {
            complaints_.push_back(
                csv::wrong_width(line.number, std::max<std::size_t>(reach, line.width), narrowest()));
            return;
        }
        std::vector<std::string> cells(names_->size());
        for (const auto& cell : line.cells) put(line.number, cell, cells);
        table_.rows.emplace_back(line.number, names_, std::move(cells));
    }

    /// A row may have notes next to the table in a workbook: they are columns without names.
    void widen(const Line& line) {
        if (line.width <= header_width_) return;
        grow_to(line.width);
        header_width_ = line.width;
        while (place_of_.size() < table_.columns.size()) place_of_.push_back(none);
    }

    void complain(const Complaint& complaint) { complaints_.push_back(complaint); }

    std::optional<Failure> failure() {
        std::erase_if(table_.columns,
            [](const NamedTable::Column& column) { return column.name.empty() && column.examples.empty(); });
        if (complaints_.empty()) return std::nullopt;
        return Failure{Failure::Kind::invalid, complaints_};
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void grow_to(std::size_t width) {
        while (table_.columns.size() < width)
            table_.columns.push_back({column_letters(table_.columns.size()), "", "", {}});
    }

    std::string key_of(const NamedTable::Column& column) const {
        const auto chosen = wanted_.meaning.find(column.letters);
        if (chosen != wanted_.meaning.end()) return chosen->second;
        const auto by_name = wanted_.meaning.find(folded(column.name));
        if (!column.name.empty() && by_name != wanted_.meaning.end()) return by_name->second;
        const auto found = keys_.find(folded(column.name));
        return found == keys_.end() ? std::string{} : found->second;
    }

    void refuse_repeated() {
        std::map<std::string, const NamedTable::Column*> seen;
        for (const auto& column : table_.columns) {
            if (column.name.empty() && column.key.empty()) continue;
            const auto name = column.key.empty() ? folded(column.name) : "\n" + column.key;
            const auto [first, is_new] = seen.emplace(name, &column);
            if (is_new) continue;
            complaints_.push_back({"fil",
                N_("The columns {} ({}) and {} ({}) say the same thing. Keep one of them, or give the other "
                   "another name"),
                {first->second->name, first->second->letters, column.name, column.letters}});
        }
    }

    std::size_t place_of(const std::string& key) const {
        const auto found = std::find(names_->begin(), names_->end(), key);
        return key.empty() || found == names_->end() ? none
                                                     : static_cast<std::size_t>(found - names_->begin());
    }

    /// Up to the last column with a name.
    std::size_t narrowest() const {
        std::size_t width = table_.columns.size();
        while (width > 0 && table_.columns[width - 1].name.empty()) --width;
        return width;
    }

    void put(std::size_t row, const Cell& cell, std::vector<std::string>& cells) {
        auto& column = table_.columns[cell.column];
        if (column.examples.size() < most_examples) column.examples.push_back(text::excerpt(cell.text, 60));
        if (place_of_[cell.column] == none) return;
        const auto where = column.letters + std::to_string(row);
        if (cell.kind == Cell::Kind::error)
            complain({"fil", N_("The cell {} holds the error {}. Correct it in the spreadsheet"),
                {where, text::excerpt(cell.text, 20)}});
        if (cell.kind == Cell::Kind::uncalculated)
            complain({"fil",
                N_("The cell {} holds a formula that was never calculated. Open the file in a spreadsheet "
                   "and "
                   "save it again"),
                {where}});
        cells[place_of_[cell.column]] = unpadded(cell.text);
    }

    NamedTable& table_;
    const Wanted& wanted_;
    KeyOfName keys_;
    std::shared_ptr<csv::Names> names_ = std::make_shared<csv::Names>();
    std::vector<std::size_t> place_of_ = {};  // of each column among the keys
    std::size_t header_width_ = 0;
    std::vector<Complaint> complaints_ = {};
};

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
    Building building{table, wanted};
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
    Building building{table, wanted};
    for (const auto& row : sheet->rows) {
        const auto line = line_of(row);
        if (line.number == found->header.row) building.header(line);
        if (line.number <= found->header.row) continue;
        building.widen(line);
        building.row(line, true);
    }
    if (auto failure = building.failure()) return tl::unexpected{*std::move(failure)};
    return table;
}

}  // namespace

std::string folded(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> plain{{{"å", "a"}, {"ä", "a"},
        {"ö", "o"}, {"é", "e"}, {"\u00A0", " "}, {"\u200B", ""}, {"\uFEFF", ""}, {"_", " "}, {"-", " "}}};
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
    constexpr std::string_view compound{"\xD0\xCF\x11\xE0", 4};  // old XLS, and XLSX with a password
    if (bytes.starts_with(compound))
        return unfit(
            N_("The workbook is locked with a password, or it is an old XLS. Save it as XLSX without a "
               "password, or as CSV"));
    return is_archive(bytes) ? read_workbook(bytes, wanted) : read_text(bytes, wanted);
}

}  // namespace medskapa::sheets
