#include "base/sheets/ods.hpp"

#include "base/sheets/struck.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace medskapa::sheets {
namespace {

// All of them lie in one part, which is read from its beginning for each.
constexpr std::size_t most_sheets = 256;

constexpr std::size_t columns_of_all = 16384;
constexpr std::size_t rows_of_all = 1'048'576;
constexpr std::size_t most_copies = 100'000;
constexpr std::string_view digits = "0123456789";

/// A count that an attribute says; 1 where it says none.
std::size_t count_in(std::string_view text) {
    std::size_t count = 1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec == std::errc::result_out_of_range) return rows_of_all + 1;
    return read.ec == std::errc{} ? std::max<std::size_t>(count, 1) : 1;
}

/// "super 58%", "33% 58%", "-33% 58%".
text::Script script_in(std::string_view position) {
    if (position.starts_with("super")) return text::Script::above;
    if (position.starts_with("sub") || position.starts_with('-')) return text::Script::below;
    return position.empty() || position.starts_with('0') ? text::Script::none : text::Script::above;
}

/// "10:30" of "PT10H30M00S"; nothing for a day and more, which is no time of a day.
std::string clock_in(std::string_view duration) {
    std::array<int, 3> parts{};
    const std::string_view units = "HMS";
    if (!duration.starts_with("PT")) return {};
    duration.remove_prefix(2);
    while (!duration.empty()) {
        int number = 0;
        const auto read = std::from_chars(duration.data(), duration.data() + duration.size(), number);
        if (read.ec != std::errc{}) return {};
        auto unit = duration.substr(static_cast<std::size_t>(read.ptr - duration.data()));
        if (unit.starts_with('.') || unit.starts_with(','))
            unit.remove_prefix(std::min(unit.find('S'), unit.size()));
        const auto at = unit.empty() ? units.npos : units.find(unit.front());
        if (at == units.npos) return {};
        parts.at(at) = number;
        duration = unit.substr(1);
    }
    const auto [hours, minutes, seconds] = parts;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return {};
    return seconds == 0 ? fmt::format("{:02}:{:02}", hours, minutes)
                        : fmt::format("{:02}:{:02}:{:02}", hours, minutes, seconds);
}

/// "0114" where the number is 114: a code that is shown with its zeros.
bool shows_zeros(std::string_view shown, std::string_view number) {
    const bool is_digits = !shown.empty() && shown.find_first_not_of(digits) == shown.npos;
    return is_digits && shown.size() > number.size() && shown.ends_with(number) &&
           shown.substr(0, shown.size() - number.size()).find_first_not_of('0') == shown.npos;
}

}  // namespace

void OdsReader::open(std::string_view name, const Attributes& attributes) {
    static constexpr std::array<std::string_view, 4> no_cells{
        "annotation", "tracked-changes", "dde-links", "shapes"};
    const bool is_nested = name == "table" && is_in_cell_;
    if (skipped_ > 0 || is_nested || std::find(no_cells.begin(), no_cells.end(), name) != no_cells.end()) {
        ++skipped_;
        return;
    }
    open_style(name, attributes);
    if (name == "table") open_table(attributes);
    if (!is_in_sheet_) return;
    if (name == "table-row") open_row(attributes);
    if (name == "table-cell" || name == "covered-table-cell")
        open_cell(attributes, name == "covered-table-cell");
    if (is_in_cell_) open_words(name, attributes);
}

void OdsReader::open_style(std::string_view name, const Attributes& attributes) {
    if (name == "style")
        style_ = std::string{attributes.get("family")} + ' ' + std::string{attributes.get("name")};
    if (style_.empty()) return;
    if (name == "table-properties" && attributes.get("display") == "false") looks_[style_].hides = true;
    if (name != "text-properties") return;
    if (const auto position = attributes.find("text-position")) looks_[style_].script = script_in(*position);
    for (const auto* line : {"text-line-through-style", "text-line-through-type"})
        if (const auto kind = attributes.find(line)) looks_[style_].is_struck = *kind != "none";
}

void OdsReader::open_table(const Attributes& attributes) {
    const auto style = looks_.find("table " + std::string{attributes.get("style-name")});
    is_in_sheet_ = sheets.size() == wanted_;
    sheets.push_back({std::string{attributes.get("name")}, style != looks_.end() && style->second.hides,
        std::to_string(sheets.size())});
    is_too_large_ |= sheets.size() > most_sheets;
}

void OdsReader::open_row(const Attributes& attributes) {
    const auto visibility = attributes.get("visibility");
    row_times_ = count_in(attributes.get("number-rows-repeated"));
    row_ = {row_number_ + 1, {}, visibility == "collapse" || visibility == "filter"};
    column_ = 0;
    is_read_ = row_.number > last_row_;
}

void OdsReader::open_cell(const Attributes& attributes, bool is_covered) {
    const auto times = count_in(attributes.get("number-columns-repeated"));
    if (is_covered) {
        column_ += times;
        skipped_ = 1;
        return;
    }
    cell_ = {times, count_in(attributes.get("number-columns-spanned")),
        count_in(attributes.get("number-rows-spanned")), std::string{attributes.get("value-type")}};
    cell_.is_error = attributes.says("value-type", "error");
    cell_.is_formula = attributes.find("formula").has_value();
    for (const auto* value : {"value", "date-value", "time-value", "boolean-value", "string-value"})
        if (const auto found = attributes.find(value)) cell_.value = *found;
    const auto style = looks_.find("table-cell " + std::string{attributes.get("style-name")});
    cell_.is_struck = style != looks_.end() && style->second.is_struck.value_or(false);
    is_in_cell_ = true;
    words_.clear();
    piece_.clear();
    paragraphs_ = 0;
}

void OdsReader::open_words(std::string_view name, const Attributes& attributes) {
    if (name == "p") {
        if (paragraphs_++ > 0) words_ += '\n';
        is_in_words_ = true;
    }
    if (name == "s") piece_.append(std::min(count_in(attributes.get("c")), longest_text), ' ');
    if (name == "tab") piece_ += '\t';
    if (name == "line-break") piece_ += '\n';
    is_too_large_ |= words_.size() + piece_.size() > longest_text;
    if (name != "span") return;
    end_piece();
    Look look = spans_.empty() ? Look{} : spans_.back();
    const auto style = looks_.find("text " + std::string{attributes.get("style-name")});
    if (style != looks_.end() && style->second.script) look.script = style->second.script;
    if (style != looks_.end() && style->second.is_struck) look.is_struck = style->second.is_struck;
    spans_.push_back(look);
}

/// Blanks of the XML's own are one.
void OdsReader::text(std::string_view text) {
    if (skipped_ > 0 || !is_in_words_) return;
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        const bool follows_blank = piece_.empty()
                                       ? words_.empty() || words_.ends_with(' ') || words_.ends_with('\n')
                                       : piece_.ends_with(' ');
        if (!is_blank || !follows_blank) piece_ += is_blank ? ' ' : c;
    }
    is_too_large_ |= words_.size() + piece_.size() > longest_text;
}

void OdsReader::end_piece() {
    const auto look = spans_.empty() ? Look{} : spans_.back();
    auto piece = text::on_the_line(std::exchange(piece_, {}), look.script.value_or(text::Script::none));
    const bool is_struck = look.is_struck.value_or(false) && !cell_.is_struck;
    words_ += is_struck ? struck_out(piece) : piece;
    is_too_large_ |= words_.size() > longest_text;
}

void OdsReader::close(std::string_view name) {
    if (skipped_ > 0) {
        --skipped_;
        return;
    }
    if (name == "style") style_.clear();
    if (!is_in_sheet_) return;
    if (name == "span" && !spans_.empty()) {
        end_piece();
        spans_.pop_back();
    }
    if (name == "p") {
        end_piece();
        is_in_words_ = false;
    }
    if (name == "table-cell" && is_in_cell_) close_cell();
    if (name == "table-row") close_row();
    if (name == "table") is_read_ = true;
}

OdsReader::Value OdsReader::number() const {
    double number = 0;
    const auto [end, error] =
        std::from_chars(cell_.value.data(), cell_.value.data() + cell_.value.size(), number);
    if (error != std::errc{} || end != cell_.value.data() + cell_.value.size())
        return {Cell::Kind::error, cell_.value.empty() ? words_ : cell_.value};
    const auto plain = number_text(number, {});
    return {Cell::Kind::number, shows_zeros(words_, plain) ? words_ : plain};
}

OdsReader::Value OdsReader::value() const {
    const bool shows_error = cell_.is_formula && (words_.starts_with('#') || words_.starts_with("Err:"));
    if (cell_.is_error || (shows_error && cell_.type != "string")) return {Cell::Kind::error, words_};
    if (cell_.type == "float" || cell_.type == "currency" || cell_.type == "percentage") return number();
    if (cell_.type == "boolean") return {Cell::Kind::truth, cell_.value == "true" ? "TRUE" : "FALSE"};
    if (cell_.type == "date") return {Cell::Kind::moment, iso_moment_text(cell_.value)};
    if (cell_.type == "time") {
        const auto clock = clock_in(cell_.value);
        return {Cell::Kind::moment, clock.empty() ? words_ : clock};
    }
    if (cell_.type.empty() && cell_.is_formula) return {Cell::Kind::uncalculated, "?"};
    auto words = words_.empty() ? cell_.value : words_;
    return {Cell::Kind::text, cell_.is_struck ? struck_out(words) : words};
}

void OdsReader::close_cell() {
    is_in_cell_ = is_in_words_ = false;
    spans_.clear();
    const auto first = std::exchange(column_, column_ + cell_.times);
    if (cell_.columns > 1 || cell_.rows > 1) {
        const auto last_row = std::min(row_.number + cell_.rows - 1, rows_of_all);
        const auto last_column = std::min(first + cell_.columns, columns_of_all) - 1;
        merged.push_back({row_.number, last_row, static_cast<std::uint32_t>(first),
            static_cast<std::uint32_t>(last_column)});
    }
    const auto value = this->value();
    if (is_blank(value.text)) return;
    is_broken_ |= column_ > columns_of_all;
    copies_ += cell_.times - 1;
    is_too_large_ |= copies_ > most_copies;
    for (auto column = first; column < column_ && !is_broken_ && !is_too_large_; ++column) {
        row_.cells.push_back({static_cast<std::uint32_t>(column), value.kind, own.keep(value.text)});
        bytes_ += value.text.size();
        is_too_large_ |= bytes_ > most_text || ++cells_ > most_cells;
    }
}

/// A row that stands many times is as many rows.
void OdsReader::close_row() {
    const auto first = std::exchange(row_number_, std::min(row_number_ + row_times_, rows_of_all + 1));
    if (row_.cells.empty()) return;
    is_broken_ |= row_number_ > rows_of_all;
    copies_ += row_.cells.size() * (row_times_ - 1);
    is_too_large_ |= copies_ > most_copies;
    for (std::size_t n = 0; n < row_times_ && first + n < last_row_ && !is_broken_ && !is_too_large_; ++n) {
        row_.number = first + n + 1;
        rows.push_back(row_);
    }
}

}  // namespace medskapa::sheets
