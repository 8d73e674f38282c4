#include "base/sheets/parts.hpp"

#include "base/csv/encoding.hpp"
#include "base/sheets/struck.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace medskapa::sheets {
namespace {

constexpr std::uint32_t columns_of_all = 16384;  // to XFD
constexpr std::size_t last_row_of_all = 1'048'576;

int number_in(std::string_view text, int otherwise) {
    int value = otherwise;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? value : otherwise;
}

bool is_true(std::string_view word) {
    return word == "1" || word == "true" || word == "on";
}

/// "_x000D_" stands for a character that XML cannot hold, "_x005F_" for "_" before such letters.
std::string unescaped(std::string_view text) {
    constexpr std::size_t size = 7;
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned unit = 0;
        const auto part = text.substr(at, size);
        const bool is_escape =
            part.size() == size && part.starts_with("_x") && part.back() == '_' &&
            std::from_chars(part.data() + 2, part.data() + 6, unit, 16).ptr == part.data() + 6;
        const bool is_half_a_pair = 0xD800 <= unit && unit < 0xE000;
        if (is_escape && unit != 0 && !is_half_a_pair) {
            text::append_utf8(all, unit);
            at += size - 1;
        } else {
            all += text[at];
        }
    }
    return all;
}

/// "BC12" is in column 54; nothing for what does not begin with letters or names a column beyond XFD.
std::optional<std::uint32_t> column_in(std::string_view reference) {
    std::uint32_t column = 0;
    for (const char c : reference) {
        const char high = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (high < 'A' || high > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(high - 'A') + 1;
        if (column > columns_of_all) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

/// "BC12" is in row 12; 0 for what does not end with a number.
std::size_t row_in(std::string_view reference) {
    const auto at = reference.find_first_of("0123456789");
    return at == reference.npos ? 0
                                : static_cast<std::size_t>(std::max(0, number_in(reference.substr(at), 0)));
}

/// A property that is there is on, unless it says otherwise.
bool is_on(const Attributes& attributes) {
    const auto value = attributes.find("val");
    return !value || is_true(*value);
}

}  // namespace

void RelationReader::open(std::string_view name, const Attributes& attributes) {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const auto type = attributes.get("Type");
    target_of_id.emplace(attributes.get("Id"), attributes.get("Target"));
    target_of_type.emplace(type.substr(type.rfind('/') + 1), attributes.get("Target"));
}

void WorkbookReader::open(std::string_view name, const Attributes& attributes) {
    if (name == "workbookPr" && is_true(attributes.get("date1904"))) epoch = Epoch::from_1904;
    if (name != "sheet") return;
    const auto state = attributes.get("state");
    sheets.push_back({std::string{attributes.get("name")}, state == "hidden" || state == "veryHidden",
        std::string{attributes.get("id")}});
}

void StyleReader::open(std::string_view name, const Attributes& attributes) {
    const auto id = number_in(attributes.get("numFmtId"), 0);
    if (name == "numFmt") custom_[id] = format_of(attributes.get("formatCode"));
    if (name == "fonts") is_in_fonts_ = true;
    if (name == "font" && is_in_fonts_) struck_fonts_.push_back(false);
    if (name == "strike" && is_in_fonts_ && !struck_fonts_.empty()) struck_fonts_.back() = is_on(attributes);
    if (name == "cellXfs") is_in_cell_styles_ = true;
    if (name != "xf" || !is_in_cell_styles_) return;
    const auto found = custom_.find(id);
    formats.push_back(found != custom_.end() ? found->second : built_in_format(id).value_or(NumberFormat{}));
    const auto font = static_cast<std::size_t>(std::max(0, number_in(attributes.get("fontId"), 0)));
    struck.push_back(font < struck_fonts_.size() && struck_fonts_[font]);
}

void StyleReader::close(std::string_view name) {
    if (name == "fonts") is_in_fonts_ = false;
    if (name == "cellXfs") is_in_cell_styles_ = false;
}

void RichText::open(std::string_view name, const Attributes& attributes) {
    using text::Script;
    if (name == "rPh") ++phonetic_;
    if (name == "r") {
        script_ = Script::none;
        is_struck_ = false;
    }
    if (name == "strike") is_struck_ = is_on(attributes);
    if (name == "vertAlign") {
        const auto place = attributes.get("val");
        script_ = place == "superscript" ? Script::above
                  : place == "subscript" ? Script::below
                                         : Script::none;
    }
    if (name != "t") return;
    is_in_text_ = phonetic_ == 0;
    begin_ = text_.size();
}

void RichText::close(std::string_view name) {
    if (name == "rPh") --phonetic_;
    if (name != "t") return;
    if (std::exchange(is_in_text_, false)) put_look();
}

void RichText::put_look() {
    if (script_ == text::Script::none && !is_struck_) return;
    auto piece = text::on_the_line(std::string_view{text_}.substr(begin_), script_);
    text_.resize(begin_);
    text_ += is_struck_ ? struck_out(piece) : piece;
}

void RichText::add(std::string_view text) {
    if (is_in_text_) text_ += text;
}

std::string RichText::take() {
    auto text = text_.find("_x") == text_.npos ? text_ : unescaped(text_);
    text_.clear();
    script_ = text::Script::none;
    is_struck_ = false;
    return text;
}

void SharedReader::open(std::string_view name, const Attributes& attributes) {
    rich_.open(name, attributes);
}

void SharedReader::text(std::string_view text) {
    rich_.add(text);
    is_too_large_ |= rich_.is_too_long();
}

void SharedReader::close(std::string_view name) {
    rich_.close(name);
    if (name != "si") return;
    const auto text = rich_.take();
    shared.texts.push_back(shared.room.keep(text));
    bytes_ += text.size();
    is_too_large_ |= bytes_ > most_shared || shared.texts.size() > most_cells;
}

void SheetReader::open(std::string_view name, const Attributes& attributes) {
    if (name == "sheetData") is_in_data_ = true;
    if (name == "mergeCell") open_merged(attributes.get("ref"));
    if (!is_in_data_) return;
    if (name == "row") {
        open_row(attributes);
    } else if (name == "c") {
        open_cell(attributes);
    } else if (name == "v") {
        is_in_value_ = has_value_ = true;
    } else if (name == "f") {
        has_formula_ = true;
    } else if (name == "is") {
        is_in_inline_ = true;
    } else if (is_in_inline_) {
        rich_.open(name, attributes);
    }
}

void SheetReader::open_row(const Attributes& attributes) {
    const auto number = number_in(attributes.get("r"), 0);
    const auto previous = row_number_;
    row_number_ = number > 0 ? static_cast<std::size_t>(number) : row_number_ + 1;
    is_broken_ |= row_number_ <= previous || row_number_ > last_row_of_all;
    row_ = {row_number_, {}, is_true(attributes.get("hidden"))};
    column_ = 0;
    is_past_last_ = row_number_ > last_row_;
}

/// "B2:B3".
void SheetReader::open_merged(std::string_view area) {
    const auto between = area.find(':');
    if (between == area.npos) return;
    const auto first = area.substr(0, between);
    const auto last = area.substr(between + 1);
    const auto from = column_in(first);
    const auto to = column_in(last);
    if (!from || !to || row_in(first) == 0 || row_in(last) == 0) return;
    merged.push_back({row_in(first), row_in(last), *from, *to});
    is_too_large_ |= merged.size() > most_cells;
}

void SheetReader::open_cell(const Attributes& attributes) {
    const auto reference = attributes.get("r");
    cell_column_ = reference.empty() ? column_ : column_in(reference).value_or(columns_of_all);
    is_broken_ |= cell_column_ < column_ || cell_column_ >= columns_of_all;
    column_ = cell_column_ + 1;
    type_ = attributes.get("t");
    style_ = static_cast<std::size_t>(std::max(0, number_in(attributes.get("s"), 0)));
    value_.clear();
    has_value_ = has_formula_ = false;
}

void SheetReader::text(std::string_view text) {
    if (is_in_value_) value_ += text;
    if (is_in_inline_) rich_.add(text);
    is_too_large_ |= value_.size() > longest_text || rich_.is_too_long();
}

void SheetReader::close(std::string_view name) {
    if (name == "sheetData") is_in_data_ = false;
    if (!is_in_data_) return;
    if (name == "v") {
        is_in_value_ = false;
    } else if (name == "is") {
        is_in_inline_ = false;
    } else if (name == "c") {
        close_cell();
    } else if (name == "row") {
        if (!row_.cells.empty()) rows.push_back(std::move(row_));
        row_ = {};
    } else if (is_in_inline_) {
        rich_.close(name);
    }
}

void SheetReader::close_cell() {
    const auto inline_text = rich_.take();
    if (type_ == "inlineStr") return add_words(inline_text);
    if (!has_value_) {
        if (has_formula_) add(Cell::Kind::uncalculated, "?");
        return;
    }
    if (type_ == "s") {
        const auto at = number_in(value_, -1);
        const bool is_there = at >= 0 && static_cast<std::size_t>(at) < known_.shared.texts.size();
        if (!is_there) return add(Cell::Kind::error, "#REF!");
        const auto shared = known_.shared.texts[static_cast<std::size_t>(at)];
        return is_struck() ? add_words(shared) : add(Cell::Kind::text, shared);
    }
    if (type_ == "str") return add_words(unescaped(value_));
    if (type_ == "b") return add(Cell::Kind::truth, is_true(value_) ? "TRUE" : "FALSE");
    if (type_ == "e") return add_own(Cell::Kind::error, value_);
    if (type_ == "d") return add_own(Cell::Kind::moment, iso_moment_text(value_));
    add_number();
}

void SheetReader::add_number() {
    double value = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), value);
    if (error != std::errc{} || end != value_.data() + value_.size())
        return add_own(is_blank(value_) ? Cell::Kind::text : Cell::Kind::error, value_);
    const auto format = style_ < known_.formats.size() ? known_.formats[style_] : NumberFormat{};
    if (format.is_moment) {
        if (const auto moment = moment_text(value, known_.epoch)) return add_own(Cell::Kind::moment, *moment);
        return add_own(Cell::Kind::error, number_text(value, {}));
    }
    add_own(Cell::Kind::number, number_text(value, format));
}

bool SheetReader::is_struck() const {
    return style_ < known_.struck.size() && known_.struck[style_];
}

void SheetReader::add_words(std::string_view text) {
    add_own(Cell::Kind::text, is_struck() ? struck_out(text) : std::string{text});
}

void SheetReader::add_own(Cell::Kind kind, std::string_view text) {
    if (!is_blank(text)) add(kind, own.keep(text));
}

/// A text that many cells share counts each time: it is what others will have to copy.
void SheetReader::add(Cell::Kind kind, std::string_view text) {
    if (is_blank(text)) return;
    row_.cells.push_back({cell_column_, kind, text});
    bytes_ += text.size();
    is_too_large_ |= bytes_ > most_text || ++cells_ > most_cells;
}

}  // namespace medskapa::sheets
