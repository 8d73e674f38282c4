#include "base/text.hpp"
#include "engine/office/text/marked.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace medskapa::office {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Of a word: letters beyond ASCII too.
bool is_in_word(char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_ascii_of_word(char c) {
    return is_in_word(c) && static_cast<unsigned char>(c) < 0x80;
}

/// Of two bytes, as letters beyond ASCII are that our texts have; signs and dashes have others.
bool begins_letter(char c) {
    return static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xD1;
}

/// Whether the character at this place has a letter or figure at either side.
bool is_within_word(std::string_view words, std::size_t at) {
    if (at == 0 || at + 1 >= words.size()) return false;
    const char next = words[at + 1];
    const bool follows_letter = is_ascii_of_word(words[at - 1]) || (at > 1 && begins_letter(words[at - 2]));
    return follows_letter && (is_ascii_of_word(next) || begins_letter(next));
}

/// Whether the character would be read as a mark where it stands.
bool is_mark(char before, char c, char next) {
    switch (c) {
        case '*':
        case '`':
        case '~':
        case '\\': return true;
        case '<': return !is_space(next);
        case '&': return is_ascii_of_word(next) || next == '#';
        case '[': return next == '^';
        case '!': return next == '[';
        case '(': return before == ']';
        default: return false;
    }
}

}  // namespace

/// Only what would be read as a mark where it stands, so that the words stay words to read and to compare.
std::string escaped(std::string_view words, char before, char after) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char next = i + 1 < words.size() ? words[i + 1] : after;
        const bool is_line = words[i] == '_' && !is_within_word(words, i);
        if (is_line || is_mark(i > 0 ? words[i - 1] : before, words[i], next)) out += '\\';
        out += words[i];
    }
    return out;
}

std::string with_plain_beginning(std::string text) {
    if (text.empty()) return text;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool is_numbered = digits > 0 && digits < text.size() &&
                             (text[digits] == '.' || text[digits] == ')') &&
                             (digits + 1 == text.size() || text[digits + 1] == ' ');
    if (is_numbered) return text.insert(digits, 1, '\\');
    const auto first = text.front();
    const bool opens =
        first == '#' || first == '>' || first == '|' || first == '[' ||
        ((first == '-' || first == '+' || first == '=') && (text.size() == 1 || !is_in_word(text[1])));
    return opens ? '\\' + text : text;
}

std::size_t blank_at(std::string_view text) {
    constexpr std::array<std::string_view, 18> wide{"\u00A0", "\u1680", "\u2000", "\u2001", "\u2002",
        "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F",
        "\u2800", "\u3000", "\u3164"};
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return is_space(text.front()) ? 1 : 0;
    const bool may_begin = first == 0xC2 || (first >= 0xE1 && first <= 0xE3);
    const auto* blank = !may_begin ? wide.end()
                                   : std::find_if(wide.begin(), wide.end(),
                                         [&](std::string_view one) { return text.starts_with(one); });
    return blank == wide.end() ? 0 : blank->size();
}

bool is_blank(std::string_view text) {
    while (const auto size = blank_at(text)) text.remove_prefix(size);
    return text.empty();
}

std::string linkable(std::string_view address) {
    const auto clean = text::one_line(address);
    const auto scheme = text::lower(clean.substr(0, clean.find(':') + 1));
    const bool leads =
        (scheme == "https:" || scheme == "http:") ? clean.find("//") == scheme.size() : scheme == "mailto:";
    if (!leads || clean.size() <= scheme.size() + 2) return {};
    auto out = scheme;
    for (const char c : std::string_view{clean}.substr(scheme.size())) {
        const bool stands = std::string_view{" ()<>\\\"*`_~[]&|"}.find(c) == std::string_view::npos;
        const bool is_harmless = c == '&' || c == '_' || c == '~' || c == '*';
        if (stands || is_harmless)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace medskapa::office
