#include "engine/regional/read/amount.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr auto npos = std::string_view::npos;

constexpr std::string_view no_break = "\u00A0";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view cell) {
    while (!cell.empty() && (is_blank(cell.front()) || cell.starts_with(no_break)))
        cell.remove_prefix(is_blank(cell.front()) ? 1 : no_break.size());
    while (!cell.empty() && (is_blank(cell.back()) || cell.ends_with(no_break)))
        cell.remove_suffix(is_blank(cell.back()) ? 1 : no_break.size());
    return cell;
}

bool is_sign_for_none(std::string_view cell) {
    constexpr std::array<std::string_view, 11> signs = {
        "", "-", ":", "\u2026", "\u2013", "NA", "null", "NaN", "nan", "n/a", "N/A"};
    if (std::find(signs.begin(), signs.end(), cell) != signs.end()) return true;
    return cell.size() <= 6 && cell.find_first_not_of('.') == npos;
}

/// Eurostat's flags, alone or several together.
bool are_flags(std::string_view word) {
    return !word.empty() && word.size() <= 4 && word.find_first_not_of("bcdefinprsuz") == npos;
}

struct Flagged {
    std::string_view cell;
    std::string_view flags;
};

/// Parts "11 b", ": c" and ":c".
Flagged flagged(std::string_view cell) {
    if (cell.starts_with(':') && are_flags(cell.substr(1))) return {cell.substr(0, 1), cell.substr(1)};
    const auto blank = cell.rfind(' ');
    if (blank == npos || !are_flags(cell.substr(blank + 1))) return {cell, {}};
    return {trimmed(cell.substr(0, blank)), cell.substr(blank + 1)};
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

/// With plain blanks, plain apostrophes as blanks, and a hyphen for minus.
std::string usual_signs(std::string_view cell) {
    std::string plain{cell};
    for (const auto* blank : {"\u00A0", "\u202F", "\u2009", "'", "\u2019"}) replace_all(plain, blank, " ");
    replace_all(plain, "\u2212", "-");
    return plain;
}

/// Takes the blanks or marks from between groups of three digits; nothing when they stand elsewhere.
std::optional<std::string> ungrouped(std::string_view whole) {
    const auto first = whole.find_first_of(" .,");
    if (first == npos) return std::string{whole};
    const char mark = whole[first];
    const auto lead = whole.find_first_of(digits);
    if (lead == npos || first - lead > 3 || first == lead) return std::nullopt;
    std::string plain{whole.substr(0, first)};
    for (auto at = first; at < whole.size();) {
        const auto end = std::min(whole.find(mark, at + 1), whole.size());
        const auto group = whole.substr(at + 1, end - at - 1);
        if (group.size() != 3 || group.find_first_not_of(digits) != npos) return std::nullopt;
        plain += group;
        at = end;
    }
    return plain;
}

/// As a computer writes it: no grouping, a decimal point, a hyphen for minus.
std::optional<std::string> plain_number(std::string_view cell, DecimalMark mark) {
    const char decimal = mark == DecimalMark::point ? '.' : ',';
    const auto usual = usual_signs(cell);
    const auto at = usual.find(decimal);
    if (at != usual.npos && usual.find(decimal, at + 1) != usual.npos) return std::nullopt;
    const auto whole = std::string_view{usual}.substr(0, at);
    const auto fraction = at == usual.npos ? std::string_view{} : std::string_view{usual}.substr(at + 1);
    if (fraction.find_first_of(" .,") != npos) return std::nullopt;
    auto plain = ungrouped(whole);
    if (plain && at != usual.npos) plain->append(1, '.').append(fraction);
    return plain;
}

std::size_t count(std::string_view text, char c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

/// Whether a single mark in a number can only stand before decimals.
bool must_be_decimal(std::string_view number, std::size_t at) {
    auto lead = number.substr(0, at);
    if (lead.starts_with('-') || lead.starts_with('+')) lead.remove_prefix(1);
    const auto after = number.substr(at + 1);
    const bool has_exponent = after.find_first_not_of(digits) != npos;
    return has_exponent || after.size() != 3 || lead.empty() || lead.size() > 3 || lead.starts_with('0');
}

}  // namespace

std::optional<Amount> amount(std::string_view cell, DecimalMark mark) {
    auto text = trimmed(cell);
    const bool is_usual = mark == DecimalMark::point || text.find('.') == npos;
    if (!text.empty() && is_usual && digits.find(text.back()) != npos)
        if (const auto value = parsed(text)) return Amount{value, {}};
    if (is_sign_for_none(text)) return Amount{std::nullopt, std::string{text}};
    const auto parts = flagged(text);
    if (!parts.flags.empty() && is_sign_for_none(parts.cell))
        return Amount{std::nullopt, std::string{parts.flags}};
    const auto plain = plain_number(parts.cell, mark);
    const auto value = plain ? parsed(*plain) : std::nullopt;
    if (!value) return std::nullopt;
    return Amount{value, std::string{parts.flags}};
}

void DecimalEvidence::note(Seen& seen, std::string_view cell, std::size_t row) {
    if (seen.row == 0) seen = {row, text::excerpt(cell, 40)};
}

void DecimalEvidence::see(std::string_view cell, std::size_t row) {
    if (cell.find_first_of(".,") == npos) return;
    const auto number = usual_signs(flagged(trimmed(cell)).cell);
    if (number.find_first_not_of("0123456789.,-+ eE") != npos || number.find_first_of(digits) == npos) return;
    const auto points = count(number, '.');
    const auto commas = count(number, ',');
    has_comma_ |= commas > 0;
    const auto last = number.find_last_of(".,");
    auto& seen = number[last] == '.' ? point_ : comma_;
    auto& other = number[last] == '.' ? comma_ : point_;
    if (points > 0 && commas > 0) {
        note(seen, cell, row);
    } else if (points + commas > 1) {
        note(other, cell, row);
    } else if (must_be_decimal(number, last) || number.find(' ') != npos) {
        note(seen, cell, row);
    } else {
        note(either_, cell, row);
    }
}

void DecimalEvidence::join(const DecimalEvidence& other) {
    const auto take = [](Seen& mine, const Seen& its) {
        if (its.row > 0 && (mine.row == 0 || its.row < mine.row)) mine = its;
    };
    take(point_, other.point_);
    take(comma_, other.comma_);
    take(either_, other.either_);
    has_comma_ |= other.has_comma_;
}

Result<DecimalMark> DecimalEvidence::decided(
    const std::string& column, std::optional<DecimalMark> chosen) const {
    if (chosen) return *chosen;
    if (point_.row > 0 && comma_.row > 0) {
        const auto& later = point_.row > comma_.row ? point_ : comma_;
        const auto& sooner = point_.row > comma_.row ? comma_ : point_;
        return refuse(Failure::Kind::invalid,
            {{"line " + std::to_string(later.row),
                N_("Line {}: \"{}\" and, on line {}, \"{}\" write decimals in two ways in the column {}. "
                   "Write them in "
                   "one way."),
                {std::to_string(later.row), later.cell, std::to_string(sooner.row), sooner.cell, column}}});
    }
    if (point_.row > 0) return DecimalMark::point;
    if (comma_.row > 0) return DecimalMark::comma;
    if (either_.row == 0) return DecimalMark::point;
    return refuse(Failure::Kind::invalid, {{"line " + std::to_string(either_.row),
                                              N_("Line {}: \"{}\" can be thousands or decimals, and nothing "
                                                 "in the column {} tells which. Say what stands "
                                                 "before the decimals: --decimal comma or --decimal point."),
                                              {std::to_string(either_.row), either_.cell, column}}});
}

std::string number_text(std::optional<double> value) {
    if (!value) return {};
    return fmt::format("{}", *value == 0 ? 0.0 : *value);
}

}  // namespace medskapa::regional::read
