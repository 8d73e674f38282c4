#include "engine/regional/read/wide/number_table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::regional::read {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t rows_to_header = 50;
constexpr std::size_t most_cells = 20'000'000;

tl::unexpected<Failure> because(const char* sentence, Holes holes = {}) {
    return refuse(Failure::Kind::invalid, {{"file", sentence, std::move(holes)}});
}

std::string shown(std::string_view name) {
    return text::excerpt(text::one_line(text::cleaned(name)), 40);
}

bool is_called(std::string_view title, const WordColumn& column) {
    const auto name = text::lower(text::trimmed(title));
    return std::find(column.names.begin(), column.names.end(), name) != column.names.end();
}

/// Which column of the file holds what.
struct Found {
    std::size_t row = 0;
    std::size_t width = 0;
    std::vector<std::size_t> words;
    std::vector<std::size_t> numbers;
    std::vector<std::string> names;  // of all columns
};

std::size_t place_of(const WordColumn& column, const csv::Fields& header) {
    const auto found = std::find_if(
        header.begin(), header.end(), [&](std::string_view title) { return is_called(title, column); });
    return found == header.end() ? nowhere : static_cast<std::size_t>(found - header.begin());
}

bool has_all(const std::vector<WordColumn>& words, const csv::Fields& header) {
    return std::all_of(words.begin(), words.end(), [&](const WordColumn& column) {
        return column.need == WordColumn::Need::optional || place_of(column, header) != nowhere;
    });
}

std::string names_of_needed(const std::vector<WordColumn>& words) {
    std::string all;
    for (const auto& column : words) {
        if (column.need == WordColumn::Need::optional) continue;
        all += (all.empty() ? "" : ", ") + column.names.front();
    }
    return all;
}

Found parted(const csv::Fields& header, const std::vector<WordColumn>& words, std::size_t row) {
    Found found{row, header.size(), {}, {}, {}};
    for (const auto& column : words) found.words.push_back(place_of(column, header));
    for (std::size_t k = 0; k < header.size(); ++k) {
        found.names.emplace_back(text::trimmed(header[k]));
        if (std::find(found.words.begin(), found.words.end(), k) != found.words.end()) continue;
        if (!found.names.back().empty()) found.numbers.push_back(k);
    }
    return found;
}

Result<Found> header_of(const TableSource& source, const std::vector<WordColumn>& words) {
    TableRows rows{source};
    std::string first;
    const auto* fields = rows.next();
    if (fields == nullptr && rows.complaint()) return refuse(Failure::Kind::invalid, {*rows.complaint()});
    if (fields == nullptr) return because(N_("The file is empty. Give a file with a header and rows."));
    for (std::size_t read = 0; fields != nullptr && read < rows_to_header; fields = rows.next(), ++read) {
        if (has_all(words, *fields)) return parted(*fields, words, rows.row());
        if (!first.empty()) continue;
        for (const auto title : *fields) first.append(first.empty() ? "" : ", ").append(title);
    }
    return because(N_("Line 1: the header must name the columns {}; it names {}. Rename the columns."),
        {names_of_needed(words), text::excerpt(text::one_line(text::cleaned(first)), 80)});
}

std::optional<Failure> repeated(const Found& found) {
    for (std::size_t k = 0; k < found.names.size(); ++k) {
        const auto& name = found.names[k];
        if (name.empty() || std::count(found.names.begin(), found.names.end(), name) < 2) continue;
        return Failure{Failure::Kind::invalid,
            {{"file",
                N_("Line {}: the column {} stands twice. Keep one of them, or give the other another name."),
                {std::to_string(found.row), shown(name)}}}};
    }
    return std::nullopt;
}

bool is_blank(std::string_view cell) {
    return text::trimmed(cell).empty();
}

/// Of a row: that it is as wide as the header, and has nothing where the header has no name.
std::optional<Complaint> shape_fault(
    const csv::Fields& fields, const Found& found, std::size_t line, bool is_text) {
    const bool is_short = is_text && fields.size() < found.width;
    const auto width = std::min(found.width, fields.size());
    const bool is_long = !std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(width), fields.end(),
        [](auto cell) { return is_blank(cell); });
    if (is_short || is_long) {
        return Complaint{"line " + std::to_string(line),
            N_("Line {}: the row has {} fields, but the header has {}. Correct the row."),
            {std::to_string(line), fields.size(), found.width}};
    }
    for (std::size_t k = 0; k < width; ++k) {
        if (found.names[k].empty() && !is_blank(fields[k])) {
            return cell_fault(
                line, std::to_string(k + 1), N_("Line {}, column {}: the column has no name. Give it one."));
        }
    }
    return std::nullopt;
}

/// How all the numbers write decimals, and that every row has the header's width.
Result<DecimalMark> mark_of(
    const TableSource& source, const Found& found, std::optional<DecimalMark> chosen) {
    DecimalEvidence evidence;
    TableRows rows{source};
    std::size_t cells = 0;
    while (const auto* fields = rows.next()) {
        if (rows.row() <= found.row) continue;
        if (auto fault = shape_fault(*fields, found, rows.row(), source.is_text()))
            return refuse(Failure::Kind::invalid, {std::move(*fault)});
        for (const auto k : found.numbers) {
            if (k < fields->size() && !rows.is_number(k)) evidence.see((*fields)[k], rows.row());
        }
        cells += found.width;
        if (cells > most_cells)
            return because(N_("The table has more than {} cells. Use coarser codes."), {most_cells});
    }
    if (auto complaint = rows.complaint()) return refuse(Failure::Kind::invalid, {std::move(*complaint)});
    if (cells == 0) return because(N_("The table has no rows. Give at least one row of numbers."));
    return evidence.decided(
        found.numbers.empty() ? std::string{} : found.names[found.numbers.front()], chosen);
}

/// The current row of a walk.
Result<NumberTable::Row> row_of(
    const csv::Fields& fields, const TableRows& rows, const Found& found, DecimalMark mark) {
    const auto cell = [&](std::size_t k) { return k < fields.size() ? fields[k] : std::string_view{}; };
    NumberTable::Row row;
    row.line = rows.row();
    for (const auto k : found.words)
        row.words.emplace_back(k == nowhere ? std::string{} : text::trimmed(cell(k)));
    row.numbers.reserve(found.numbers.size());
    for (const auto k : found.numbers) {
        const auto number = amount(cell(k), rows.is_number(k) ? DecimalMark::point : mark);
        if (!number) {
            return refuse(Failure::Kind::invalid, {number_fault(row.line, found.names[k], cell(k))});
        }
        row.numbers.push_back(number->value);
    }
    return row;
}

std::optional<std::size_t> digits(std::string_view name) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (name.empty() || error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<std::size_t> NumberTable::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

Result<NumberTable> read_number_table(
    std::string_view bytes, const std::vector<WordColumn>& words, const Choices& choices) {
    const auto source = TableSource::opened(bytes, choices.sheet);
    if (!source) return tl::unexpected{source.error()};
    const auto found = header_of(*source, words);
    if (!found) return tl::unexpected{found.error()};
    if (auto failure = repeated(*found)) return tl::unexpected{std::move(*failure)};
    const auto mark = mark_of(*source, *found, choices.decimal);
    if (!mark) return tl::unexpected{mark.error()};

    NumberTable table;
    for (const auto k : found->words) table.has_word.push_back(k != nowhere);
    for (const auto k : found->numbers) table.columns.push_back(found->names[k]);
    TableRows rows{*source};
    while (const auto* fields = rows.next()) {
        if (rows.row() <= found->row) continue;
        auto row = row_of(*fields, rows, *found, *mark);
        if (!row) return tl::unexpected{row.error()};
        table.rows.push_back(std::move(*row));
    }
    return table;
}

Result<std::vector<std::string>> header_names(
    std::string_view bytes, const std::vector<WordColumn>& words, const Choices& choices) {
    const auto source = TableSource::opened(bytes, choices.sheet);
    if (!source) return tl::unexpected{source.error()};
    const auto found = header_of(*source, words);
    if (!found) return tl::unexpected{found.error()};
    std::vector<std::string> names;
    for (const auto& name : found->names) names.push_back(text::lower(name));
    return names;
}

Result<std::vector<std::size_t>> age_columns(const std::vector<std::string>& columns) {
    std::vector<std::size_t> ages;
    for (const auto& name : columns) {
        const bool is_open = name.ends_with('+');
        const auto age = digits(std::string_view{name}.substr(0, name.size() - (is_open ? 1 : 0)));
        if (!age || *age >= columns.size() || (is_open && *age + 1 != columns.size()) ||
            std::find(ages.begin(), ages.end(), *age) != ages.end()) {
            return because(
                N_("The column {} is no age that fits. Name one column for each age, 0, 1, 2 and so "
                   "on, without a gap; the last is open, as 100+."),
                {shown(name)});
        }
        ages.push_back(*age);
    }
    if (ages.size() < 2)
        return because(N_("There are no columns of ages. Name one for each age: 0, 1, 2 and so on."));
    return ages;
}

Complaint number_fault(std::size_t line, std::string_view column, std::string_view cell) {
    return cell_fault(line, column,
        N_("Line {}, column {}: \"{}\" is not a number. Write a number, or leave the cell empty when it is "
           "missing."),
        {text::excerpt(cell, 40)});
}

std::optional<Complaint> count_fault(std::size_t line, std::string_view column, double count) {
    if (count >= 0 && count <= largest_count) return std::nullopt;
    return cell_fault(line, column,
        count < 0 ? N_("Line {}, column {}: {} is negative. Give 0 or more.")
                  : N_("Line {}, column {}: {} is too large. Give it in a larger unit."),
        {number_text(count)});
}

Complaint cell_fault(std::size_t line, std::string_view column, const char* sentence, Holes more) {
    Holes holes{std::to_string(line), shown(column)};
    holes.insert(holes.end(), more.begin(), more.end());
    return {"line " + std::to_string(line), sentence, std::move(holes)};
}

}  // namespace medskapa::regional::read
