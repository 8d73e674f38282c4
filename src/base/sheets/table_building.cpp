#include "base/sheets/table_building.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace medskapa::sheets {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t most_merged_named = 8;

/// Without blanks at its ends, those that do not break included.
std::string unpadded(std::string_view text) {
    constexpr std::string_view no_break = "\u00A0";
    while (text.starts_with(no_break)) text.remove_prefix(no_break.size());
    while (text.ends_with(no_break)) text.remove_suffix(no_break.size());
    return text::trimmed(text);
}

/// Digits and what stands between and around them, as in "-1 200,5 %" and "12 st"; folded. Nothing is too.
bool is_counted(std::string_view text) {
    constexpr std::string_view pieces = " :=.,%-–0123456789\u00A0\u202F";
    if (text.ends_with("st")) text.remove_suffix(2);
    return text.find_first_not_of(pieces) == text.npos;
}

/// "Summa: 12", "Totalt", also with the number in a cell of its own: a word for a sum or a mean, and then
/// digits alone.
bool is_sum(const Line& line) {
    constexpr std::array<std::string_view, 10> words{"delsumma", "summa", "totalsumma", "totalt",
        "grand total", "total", "sum", "antal", "medelvarde", "genomsnitt"};
    const auto first = folded(line.cells.front().text);
    const auto begins = [&](std::string_view word) {
        return first.starts_with(word) && is_counted(std::string_view{first}.substr(word.size()));
    };
    return std::any_of(words.begin(), words.end(), begins) &&
           std::all_of(line.cells.begin() + 1, line.cells.end(),
               [&](const Cell& cell) { return is_counted(folded(cell.text)); });
}

}  // namespace

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

KeyOfName keys_of(const Wanted& wanted) {
    KeyOfName keys{wanted.meaning.begin(), wanted.meaning.end()};
    for (const auto& column : wanted.columns)
        for (const auto& name : column.names) keys.emplace(folded(name), column.key);
    return keys;
}

bool improves(Header& best, const Line& line, const KeyOfName& keys) {
    const auto known = static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
        [&](const Cell& cell) { return keys.contains(folded(cell.text)); }));
    const bool follows_title = best.known == 0 && best.width == 1 && line.cells.size() > 1 &&
                               line.number - best.row <= most_title_rows;
    const bool is_better = best.row == 0 || known > best.known || follows_title;
    if (is_better) best = {known, line.number, line.cells.size()};
    return is_better;
}

void TableBuilding::header(const Line& line) {
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

bool TableBuilding::repeats_header(const Line& line) const {
    bool names_known = false;
    for (const auto& cell : line.cells) {
        if (cell.column >= table_.columns.size()) return false;
        const auto& column = table_.columns[cell.column];
        if (folded(cell.text) != folded(column.name)) return false;
        names_known |= !column.key.empty();
    }
    return names_known;
}

bool TableBuilding::leaves_empty(const Merged& area, const std::vector<Row>& rows) const {
    const auto row = std::lower_bound(rows.begin(), rows.end(), area.first_row,
        [](const Row& one, std::size_t number) { return one.number < number; });
    if (area.first_row <= table_.header_row || row == rows.end() || row->number != area.first_row)
        return false;
    const auto is_first = [&](const Cell& cell) { return cell.column == area.first_column; };
    if (std::none_of(row->cells.begin(), row->cells.end(), is_first)) return false;
    const auto last = std::min<std::size_t>(area.last_column + 1UL, place_of_.size());
    bool hides = false;
    for (std::size_t column = area.first_column; column < last; ++column)
        hides |= place_of_[column] != none && (area.last_row > area.first_row || column > area.first_column);
    return hides;
}

void TableBuilding::merged(const Merged& area, const std::vector<Row>& rows) {
    if (!leaves_empty(area, rows) || ++merged_ > most_merged_named) return;
    const auto first = column_letters(area.first_column) + std::to_string(area.first_row);
    const auto last = column_letters(area.last_column) + std::to_string(area.last_row);
    if (area.first_row == area.last_row)
        return complain(
            {"fil", N_("The cells {} to {} are merged, so only the first of them holds anything. Split them"),
                {first, last}});
    complain({"fil",
        N_("The cells {} to {} are merged, so only the first of them holds anything. Split them, and fill in "
           "each of the rows {} to {}"),
        {first, last, area.first_row, area.last_row}});
}

void TableBuilding::row(const Line& line, bool may_be_narrow) {
    if (line.cells.empty()) return;
    if (repeats_header(line))
        return complain({"fil", N_("Row {} repeats the headings. Delete it"), {line.number}});
    if (is_sum(line))
        return complain({"fil", N_("Row {} looks like a sum: {}. Delete it"),
            {line.number, text::excerpt(line.cells.front().text, 40)}});
    const auto reach = line.cells.back().column + 1;
    if (reach > header_width_ || (!may_be_narrow && line.width < narrowest())) {
        complaints_.push_back(
            csv::wrong_width(line.number, std::max<std::size_t>(reach, line.width), narrowest()));
        return;
    }
    std::vector<std::string> cells(names_->size());
    for (const auto& cell : line.cells) put(line.number, cell, cells);
    table_.rows.emplace_back(line.number, names_, std::move(cells));
}

void TableBuilding::widen(const Line& line) {
    if (line.width <= header_width_) return;
    grow_to(line.width);
    header_width_ = line.width;
    for (auto i = place_of_.size(); i < table_.columns.size(); ++i) {
        table_.columns[i].key = key_of(table_.columns[i]);
        place_of_.push_back(place_of(table_.columns[i].key));
        if (!table_.columns[i].key.empty()) refuse_repeated();
    }
}

std::optional<Failure> TableBuilding::failure() {
    if (merged_ > most_merged_named)
        complain({"fil", N_("More merged cells: {}. Split them too"), {merged_ - most_merged_named}});
    std::erase_if(table_.columns,
        [](const NamedTable::Column& column) { return column.name.empty() && column.examples.empty(); });
    if (complaints_.empty()) return std::nullopt;
    return Failure{Failure::Kind::invalid, complaints_};
}

void TableBuilding::grow_to(std::size_t width) {
    while (table_.columns.size() < width)
        table_.columns.push_back({column_letters(table_.columns.size()), "", "", {}});
}

std::string TableBuilding::key_of(const NamedTable::Column& column) const {
    const auto chosen = wanted_.meaning.find(column.letters);
    if (chosen != wanted_.meaning.end()) return chosen->second;
    const auto by_name = wanted_.meaning.find(folded(column.name));
    if (!column.name.empty() && by_name != wanted_.meaning.end()) return by_name->second;
    const auto found = keys_.find(folded(column.name));
    return found == keys_.end() ? std::string{} : found->second;
}

void TableBuilding::refuse_repeated() {
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

std::size_t TableBuilding::place_of(const std::string& key) const {
    const auto found = std::find(names_->begin(), names_->end(), key);
    return key.empty() || found == names_->end() ? none : static_cast<std::size_t>(found - names_->begin());
}

/// Up to the last column with a name.
std::size_t TableBuilding::narrowest() const {
    std::size_t width = table_.columns.size();
    while (width > 0 && table_.columns[width - 1].name.empty()) --width;
    return width;
}

void TableBuilding::put(std::size_t row, const Cell& cell, std::vector<std::string>& cells) {
    auto& column = table_.columns[cell.column];
    if (column.examples.size() < most_examples) column.examples.push_back(text::excerpt(cell.text, 60));
    if (place_of_[cell.column] == none) return;
    if (const auto fault = fault_of(cell, row)) complain(*fault);
    cells[place_of_[cell.column]] = unpadded(cell.text);
}

}  // namespace medskapa::sheets
