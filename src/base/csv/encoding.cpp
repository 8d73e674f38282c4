#include "base/csv/encoding.hpp"

#include "base/csv/code_pages.hpp"
#include "base/text.hpp"

#include <optional>

namespace medskapa::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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

/// How many of the bytes are Swedish letters of words, if one page or another wrote them.
struct Letters {
    std::size_t windows = 0;
    std::size_t mac = 0;
    std::size_t dos = 0;
};

/// Next to a letter of the alphabet these bytes are å ä ö é and their capitals on one page, and marks or
/// letters that Swedish has not on the others. What is a quotation mark in Windows counts for DOS only within
/// a word, and what is é on a Mac is a capital only where a word begins; å may also end one.
void count_letter(char byte, bool before, bool after, Letters& letters) {
    constexpr std::string_view of_windows = "\xC4\xC5\xC9\xD6\xE4\xE5\xE9\xF6";
    constexpr std::string_view small_of_mac = "\x8A\x8C\x8E\x9A";
    constexpr std::string_view large_of_mac = "\x80\x81\x85";
    constexpr std::string_view small_of_dos = "\x82\x84\x94";
    constexpr std::string_view large_of_dos = "\x8E\x8F\x99";
    const auto counts = [byte](std::string_view page) { return page.find(byte) == page.npos ? 0U : 1U; };
    if (before || after) letters.windows += counts(of_windows);
    if (before || after) letters.mac += counts(small_of_mac);
    if (after) letters.mac += counts(large_of_mac);
    if (before || after) letters.dos += counts("\x86");
    if (before && after) letters.dos += counts(small_of_dos);
    if (after && !before) letters.dos += counts(large_of_dos);
}

Encoding page_of(std::string_view bytes) {
    Letters letters;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
        const bool before = at > 0 && is_latin_letter(bytes[at - 1]);
        const bool after = at + 1 < bytes.size() && is_latin_letter(bytes[at + 1]);
        count_letter(bytes[at], before, after, letters);
    }
    if (letters.dos > letters.windows && letters.dos > letters.mac) return Encoding::dos;
    return letters.mac > letters.windows ? Encoding::mac : Encoding::windows_1252;
}

/// The bytes of the character at the beginning: 1 for a letter of ASCII and for a byte that is none, so many
/// for a character of UTF-8.
std::size_t character_size(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t size = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    return size > 1 && size <= bytes.size() && is_valid_utf8(bytes.substr(0, size)) ? size : 1;
}

/// Whether more of the characters beyond ASCII are UTF-8 than are not: a Windows text hardly ever looks so.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t whole = 0;
    std::size_t broken = 0;
    while (!bytes.empty()) {
        const auto size = character_size(bytes);
        if (size > 1) ++whole;
        if (size == 1 && static_cast<unsigned char>(bytes.front()) >= 0x80) ++broken;
        bytes.remove_prefix(size);
    }
    return whole > broken;
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

/// Bytes that are no UTF-8 as Windows has them; the beginning of a character at the very end, where the text
/// was cut off, is U+FFFD.
std::string from_utf8_and_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    while (!bytes.empty()) {
        const auto size = character_size(bytes);
        const auto first = static_cast<unsigned char>(bytes.front());
        if (size > 1 || first < 0x80)
            text += bytes.substr(0, size);
        else
            append_utf8(text, bytes.size() == 1 && first >= 0xC2 ? 0xFFFD : of_windows(first));
        bytes.remove_prefix(size);
    }
    return text;
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
    return is_mostly_utf8(bytes) ? Encoding::utf8_and_windows : page_of(bytes);
}

const char* name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf8_and_windows: return "UTF-8 with bytes of Windows-1252";
        case Encoding::utf16_low_first:
        case Encoding::utf16_high_first: return "UTF-16";
        case Encoding::windows_1252: return "Windows-1252";
        case Encoding::mac: return "Mac OS Roman";
        case Encoding::dos: break;
    }
    return "CP850";
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
        case Encoding::dos: return from_dos(bytes);
        case Encoding::utf8_and_windows:
        case Encoding::utf8: break;
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return encoding == Encoding::utf8 ? std::string{bytes} : from_utf8_and_windows(bytes);
}

std::string from_dos(std::string_view bytes) {
    return from_bytes(bytes,
        [](unsigned char code) -> char32_t { return code < 0x80 ? code : dos_characters[code - 0x80U]; });
}

}  // namespace medskapa::text
