#include "base/csv/encoding.hpp"

#include "base/text.hpp"

#include <array>
#include <optional>

namespace medskapa::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F.
constexpr std::array<char16_t, 32> windows_characters = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

// Mac OS Roman and code page 850, from 0x80.
constexpr std::array<char16_t, 128> mac_characters = {0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC,
    0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC,
    0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020,
    0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260,
    0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B,
    0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018,
    0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7,
    0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3,
    0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA,
    0x00B8, 0x02DD, 0x02DB, 0x02C7};
constexpr std::array<char16_t, 128> dos_characters = {0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5,
    0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF, 0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4,
    0x00F6, 0x00F2, 0x00FB, 0x00F9, 0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1,
    0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1,
    0x00AB, 0x00BB, 0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551,
    0x2557, 0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB, 0x00C8,
    0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580, 0x00D3, 0x00DF,
    0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9, 0x00FD, 0x00DD, 0x00AF,
    0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8, 0x00B0, 0x00A8, 0x00B7, 0x00B9,
    0x00B3, 0x00B2, 0x25A0, 0x00A0};

constexpr std::string_view low_byte_first = "\xFF\xFE";
constexpr std::string_view high_byte_first = "\xFE\xFF";

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with(low_byte_first) || bytes.starts_with(high_byte_first);
}

/// Which byte of a pair is the zero of Latin letters, when nearly all pairs have one and the other is none.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
    constexpr std::size_t looked_at = 2000;
    const auto start = bytes.substr(0, looked_at);
    const auto pairs = start.size() / 2;
    std::size_t first = 0;
    std::size_t second = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        first += start[2 * pair] == '\0' ? 1 : 0;
        second += start[2 * pair + 1] == '\0' ? 1 : 0;
    }
    if (pairs < 2) return std::nullopt;
    if (first == 0 && second * 2 > pairs) return Encoding::utf16_low_first;
    if (second == 0 && first * 2 > pairs) return Encoding::utf16_high_first;
    return std::nullopt;
}

bool is_latin_letter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

/// Next to a letter of the alphabet these bytes are å ä ö é and their capitals in one encoding, and marks or
/// letters that Swedish has not in the other.
Encoding windows_or_mac(std::string_view bytes) {
    constexpr std::string_view small_of_mac = "\x8A\x8C\x8E\x9A";
    constexpr std::string_view large_of_mac = "\x80\x81\x85";
    constexpr std::string_view of_windows = "\xC4\xC5\xC9\xD6\xE4\xE5\xE9\xF6";
    std::size_t mac = 0;
    std::size_t windows = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
        const bool before = at > 0 && is_latin_letter(bytes[at - 1]);
        const bool after = at + 1 < bytes.size() && is_latin_letter(bytes[at + 1]);
        if (before || after) mac += small_of_mac.find(bytes[at]) != small_of_mac.npos ? 1 : 0;
        if (after) mac += large_of_mac.find(bytes[at]) != large_of_mac.npos ? 1 : 0;
        if (before || after) windows += of_windows.find(bytes[at]) != of_windows.npos ? 1 : 0;
    }
    return mac > windows ? Encoding::mac : Encoding::windows_1252;
}

/// Half a pair stands for no character and becomes U+FFFD.
std::string from_utf16(std::string_view bytes, Encoding encoding) {
    const std::size_t low = encoding == Encoding::utf16_low_first ? 0 : 1;
    const auto unit = [&](std::size_t at) -> char32_t {
        if (at + 1 >= bytes.size()) return 0;
        return static_cast<unsigned char>(bytes[at + low]) |
               char32_t{static_cast<unsigned char>(bytes[at + 1 - low])} << 8;
    };
    std::string text;
    for (std::size_t at = is_utf16(bytes) ? 2 : 0; at + 1 < bytes.size(); at += 2) {
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

/// Of a page with one byte a character.
template <class CharacterOf>
std::string from_bytes(std::string_view bytes, CharacterOf character_of) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) append_utf8(text, character_of(static_cast<unsigned char>(byte)));
    return text;
}

char32_t of_windows(unsigned char code) {
    return 0x80 <= code && code < 0xA0 ? windows_characters[code - 0x80U] : code;
}

}  // namespace

void append_utf8(std::string& text, char32_t character) {
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | (character >> 6));
        text += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        const bool is_long = character >= 0x10000;
        text += static_cast<char>(is_long ? 0xF0 | (character >> 18) : 0xE0 | (character >> 12));
        if (is_long) text += static_cast<char>(0x80 | ((character >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (character & 0x3F));
    }
}

Encoding encoding_of(std::string_view bytes) {
    if (bytes.starts_with(low_byte_first)) return Encoding::utf16_low_first;
    if (bytes.starts_with(high_byte_first)) return Encoding::utf16_high_first;
    if (is_valid_utf8(bytes)) return Encoding::utf8;
    if (const auto utf16 = unmarked_utf16(bytes)) return *utf16;
    return windows_or_mac(bytes);
}

const char* name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf16_low_first:
        case Encoding::utf16_high_first: return "UTF-16";
        case Encoding::windows_1252: return "Windows-1252";
        case Encoding::mac: break;
    }
    return "Mac OS Roman";
}

std::string as_utf8(std::string&& bytes) {
    if (encoding_of(bytes) != Encoding::utf8) return as_utf8(std::string_view{bytes});
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    return std::move(bytes);
}

std::string as_utf8(std::string_view bytes) {
    const auto encoding = encoding_of(bytes);
    switch (encoding) {
        case Encoding::utf16_low_first:
        case Encoding::utf16_high_first: return from_utf16(bytes, encoding);
        case Encoding::windows_1252: return from_bytes(bytes, of_windows);
        case Encoding::mac:
            return from_bytes(bytes, [](unsigned char code) -> char32_t {
                return code < 0x80 ? code : mac_characters[code - 0x80U];
            });
        case Encoding::utf8: break;
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return std::string{bytes};
}

std::string from_dos(std::string_view bytes) {
    return from_bytes(bytes,
        [](unsigned char code) -> char32_t { return code < 0x80 ? code : dos_characters[code - 0x80U]; });
}

}  // namespace medskapa::text
