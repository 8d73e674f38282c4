#include "engine/regional/read/amount.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cmath>

namespace medskapa::regional::read {
namespace {

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

std::optional<Amount> amount(std::string_view cell) {
    const auto text = trimmed(cell);
    if (is_sign_for_none(text)) return Amount{std::nullopt, std::string{text}};
    if (const auto value = parsed(text)) return Amount{value, {}};
    const auto plain = plain_number(text);
    const auto value = plain ? parsed(*plain) : std::nullopt;
    if (!value) return std::nullopt;
    return Amount{value, {}};
}

std::string number_text(std::optional<double> value) {
    if (!value) return {};
    return fmt::format("{}", *value == 0 ? 0.0 : *value);
}

}  // namespace medskapa::regional::read
