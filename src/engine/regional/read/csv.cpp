#include "engine/regional/read/csv.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F.
constexpr std::array<char16_t, 32> windows_signs = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

constexpr std::string_view low_byte_first = "\xFF\xFE";
constexpr std::string_view high_byte_first = "\xFE\xFF";

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with(low_byte_first) || bytes.starts_with(high_byte_first);
}

void append_utf8(std::string& text, char32_t sign) {
    if (sign < 0x80) {
        text += static_cast<char>(sign);
    } else if (sign < 0x800) {
        text += static_cast<char>(0xC0 | (sign >> 6));
        text += static_cast<char>(0x80 | (sign & 0x3F));
    } else {
        const bool is_long = sign >= 0x10000;
        text += static_cast<char>(is_long ? 0xF0 | (sign >> 18) : 0xE0 | (sign >> 12));
        if (is_long) text += static_cast<char>(0x80 | ((sign >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((sign >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (sign & 0x3F));
    }
}

/// Half a pair stands for no sign and becomes U+FFFD.
std::string from_utf16(std::string_view bytes) {
    const std::size_t low = bytes.starts_with(low_byte_first) ? 0 : 1;
    const auto unit = [&](std::size_t at) -> char32_t {
        if (at + 1 >= bytes.size()) return 0;
        return static_cast<unsigned char>(bytes[at + low]) |
               char32_t{static_cast<unsigned char>(bytes[at + 1 - low])} << 8;
    };
    std::string text;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        const auto first = unit(at);
        const auto second = unit(at + 2);
        const bool is_pair = 0xD800 <= first && first < 0xDC00 && 0xDC00 <= second && second < 0xE000;
        const bool is_half = 0xD800 <= first && first < 0xE000;
        append_utf8(text, is_pair   ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                          : is_half ? 0xFFFD
                                    : first);
        if (is_pair) at += 2;
    }
    return text;
}

std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = cell.find_first_not_of(blanks);
    if (first == cell.npos) return {};
    return cell.substr(first, cell.find_last_not_of(blanks) - first + 1);
}

bool is_sign_for_none(std::string_view cell) {
    if (cell.empty() || cell == "-" || cell == ":" || cell == "NA" || cell == "null" || cell == "NaN")
        return true;
    return cell.size() <= 6 && cell.find_first_not_of('.') == cell.npos;
}

std::optional<double> parsed(std::string_view plain) {
    if (plain.starts_with('+')) plain.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// Blanks may stand only before groups of three digits: "1 234" is a number, "1 2" is not.
bool has_only_grouping_blanks(std::string_view cell) {
    for (auto at = cell.find(' '); at != cell.npos; at = cell.find(' ', at + 1)) {
        const auto end = std::min(cell.find_first_of(" .,", at + 1), cell.size());
        const auto group = cell.substr(at + 1, end - at - 1);
        if (at == 0 || group.size() != 3 || group.find_first_not_of("0123456789") != group.npos) return false;
    }
    return true;
}

/// As a computer writes it: no grouping, a decimal point, a hyphen for minus.
std::optional<std::string> plain_number(std::string_view cell) {
    std::string plain{cell};
    for (const auto* blank : {"\u00A0", "\u202F"}) replace_all(plain, blank, " ");
    if (!has_only_grouping_blanks(plain)) return std::nullopt;
    replace_all(plain, " ", "");
    replace_all(plain, "\u2212", "-");
    const bool has_decimal_comma = std::count(plain.begin(), plain.end(), ',') == 1;
    if (has_decimal_comma && plain.find('.') == plain.npos) plain[plain.find(',')] = '.';
    return plain;
}

}  // namespace

std::string as_utf8(std::string&& bytes) {
    const bool is_kept = !is_utf16(bytes) && text::is_valid_utf8(bytes);
    if (!is_kept) return as_utf8(std::string_view{bytes});
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    return std::move(bytes);
}

std::string as_utf8(std::string_view bytes) {
    if (is_utf16(bytes)) return from_utf16(bytes);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (text::is_valid_utf8(bytes)) return std::string{bytes};
    std::string result;
    result.reserve(bytes.size() + bytes.size() / 8);
    for (const char sign : bytes) {
        const auto code = static_cast<unsigned char>(sign);
        append_utf8(result, 0x80 <= code && code < 0xA0 ? windows_signs[code - 0x80U] : code);
    }
    return result;
}

char separator_of(std::string_view line) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view signs = ",;\t";
    bool is_quoted = false;
    for (const char sign : line) {
        if (sign == '"') is_quoted = !is_quoted;
        const auto which = signs.find(sign);
        if (!is_quoted && which != std::string_view::npos) ++counts[which];
    }
    return signs[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

const std::vector<std::string>* CsvRecords::next() {
    while (at_ < text_.size() && !refusal_) {
        record_line_ = line_;
        if (!read_record()) return nullptr;
        if (used_ > 1 || !trimmed(fields_[0]).empty()) {
            fields_.resize(used_);
            return &fields_;
        }
    }
    return nullptr;
}

bool CsvRecords::read_record() {
    used_ = 0;
    while (true) {
        if (used_ == fields_.size()) fields_.emplace_back();
        auto& field = fields_[used_++];
        field.clear();
        if (!read_field(field)) return false;
        if (at_ >= text_.size()) return true;
        const char sign = text_[at_++];
        if (sign == separator_) continue;
        if (sign == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
        return true;
    }
}

bool CsvRecords::read_field(std::string& field) {
    if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(field)) return false;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
        field += text_[at_++];
    }
    return true;
}

bool CsvRecords::read_quoted(std::string& field) {
    const auto opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '"') {
            ++at_;
            if (at_ >= text_.size() || text_[at_] != '"') return true;
        }
        if (text_[at_] == '\n') ++line_;
        field += text_[at_];
    }
    refusal_ = Complaint{"line " + std::to_string(opened),
        N_("Line {}: a quotation mark opens a field and never closes. Close it or take it away."),
        {std::to_string(opened)}};
    return false;
}

std::optional<Amount> amount(std::string_view cell) {
    const auto text = trimmed(cell);
    if (is_sign_for_none(text)) return Amount{std::nullopt, std::string{text}};
    if (const auto value = parsed(text)) return Amount{value, {}};
    const auto plain = plain_number(text);
    const auto value = plain ? parsed(*plain) : std::nullopt;
    if (!value) return std::nullopt;
    return Amount{value, {}};
}

std::string csv_field(std::string_view field) {
    if (field.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string{field};
    std::string quoted = "\"";
    for (const char sign : field) quoted += sign == '"' ? std::string{"\"\""} : std::string{sign};
    return quoted + '"';
}

std::string number_text(std::optional<double> value) {
    if (!value) return {};
    return fmt::format("{}", *value == 0 ? 0.0 : *value);
}

}  // namespace medskapa::regional::read
