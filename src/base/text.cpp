#include "base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace medskapa::text {
namespace {

constexpr auto blanks = " \t\r\n";

struct Letter {
    char32_t code = 0;
    std::size_t bytes = 0;  // 0: not well-formed here
};

std::size_t announced_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

/// Whether the byte goes on with the letter that an byte before it began.
bool is_inside_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

Letter letter_at(std::string_view s, std::size_t at) {
    const auto first = static_cast<unsigned char>(s[at]);
    const auto bytes = announced_length(first);
    if (bytes == 0 || at + bytes > s.size()) return {};
    if (bytes == 1) return {first, 1};

    char32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_inside_letter(s[at + i])) return {};
        code = (code << 6U) | (static_cast<unsigned char>(s[at + i]) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[bytes] || surrogate || code > 0x10FFFF) return {};
    return {code, bytes};
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

// What can hide words or turn them around: Unicode TR 36, "Trojan Source" (CVE-2021-42574).
bool deceives(char32_t c) {
    return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200C) || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
}

/// U+FFFE, U+FFFF, their like on every plane, and U+FDD0 to U+FDEF: no characters, and none for XML.
bool is_no_character(char32_t c) {
    return (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

char32_t lower_of(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c >= 0x100 && c <= 0x137) return c | 1U;
    if (c >= 0x139 && c <= 0x148) return (c & 1U) != 0 ? c + 1 : c;
    if (c >= 0x14A && c <= 0x177) return c | 1U;
    if (c == 0x178) return 0xFF;
    if (c >= 0x179 && c <= 0x17E) return (c & 1U) != 0 ? c + 1 : c;
    return c;
}

enum class Alphabet { none, latin, greek, cyrillic };

Alphabet alphabet_of(char32_t c) {
    const auto small = lower_of(c);
    if ((small >= 'a' && small <= 'z') || (c >= 0xC0 && c <= 0x24F)) return Alphabet::latin;
    if (c >= 0x370 && c <= 0x3FF) return Alphabet::greek;
    if (c >= 0x400 && c <= 0x52F) return Alphabet::cyrillic;
    return Alphabet::none;
}

}  // namespace

std::size_t length(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string trimmed(std::string_view s) {
    const auto first = s.find_first_not_of(blanks);
    if (first == s.npos) return {};
    return std::string{s.substr(first, s.find_last_not_of(blanks) - first + 1)};
}

bool is_valid_utf8(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto letter = letter_at(s, i);
        if (letter.bytes == 0 || letter.code == 0) return false;
        i += letter.bytes;
    }
    return true;
}

std::string cleaned(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto letter = letter_at(utf8, i);
        if (letter.bytes == 0) {
            ++i;
            continue;
        }
        const bool line_end = letter.code == '\r' || letter.code == 0x2028 || letter.code == 0x2029;
        const bool pair = letter.code == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n';
        if (line_end && !pair) out += '\n';
        const bool stays =
            !is_control(letter.code) && !is_no_character(letter.code) && !deceives(letter.code);
        if (!line_end && stays) append(out, letter.code);
        i += letter.bytes;
    }
    return out;
}

std::string for_xml(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto letter = letter_at(utf8, i);
        const bool stands =
            letter.bytes > 0 && !is_no_character(letter.code) &&
            (letter.code >= 0x20 || letter.code == '\t' || letter.code == '\n' || letter.code == '\r');
        if (stands) out += utf8.substr(i, letter.bytes);
        i += std::max<std::size_t>(letter.bytes, 1);
    }
    return out;
}

std::string one_line(std::string_view utf8) {
    std::string out;
    bool blank = false;
    for (const char c : cleaned(utf8)) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (!is_blank) {
            if (blank && !out.empty()) out += ' ';
            out += c;
        }
        blank = is_blank;
    }
    return out;
}

std::string excerpt(std::string_view utf8, std::size_t letters) {
    std::size_t end = 0;
    std::size_t last_blank = 0;
    for (std::size_t n = 0; end < utf8.size(); ++end) {
        if (is_inside_letter(utf8[end])) continue;
        if (n++ == letters) break;
        if (utf8[end] == ' ' || utf8[end] == '\n') last_blank = end;
    }
    if (end >= utf8.size()) return std::string{utf8};
    if (last_blank > end / 2) end = last_blank;
    return trimmed(utf8.substr(0, end)) + "…";
}

std::string lower(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto letter = letter_at(utf8, i);
        if (letter.bytes == 0) {
            out += utf8[i++];
            continue;
        }
        append(out, lower_of(letter.code));
        i += letter.bytes;
    }
    return out;
}

bool mixes_alphabets(std::string_view s) {
    auto of_word = Alphabet::none;
    for (std::size_t i = 0; i < s.size();) {
        const auto letter = letter_at(s, i);
        i += std::max<std::size_t>(letter.bytes, 1);
        const auto alphabet = alphabet_of(letter.code);
        if (letter.code == ' ') of_word = Alphabet::none;
        if (alphabet == Alphabet::none) continue;
        if (of_word != Alphabet::none && of_word != alphabet) return true;
        of_word = alphabet;
    }
    return false;
}

std::vector<std::string> split(std::string_view s, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = s.find(separator);
        parts.emplace_back(s.substr(0, end));
        if (end == s.npos) return parts;
        s.remove_prefix(end + 1);
    }
}

std::string host_without_port(std::string_view host) {
    const auto bracket = host.rfind(']');
    const auto colon = host.rfind(':');
    if (colon != host.npos && (bracket == host.npos || colon > bracket)) host = host.substr(0, colon);
    return lower(host);
}

}  // namespace medskapa::text
