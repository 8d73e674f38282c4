#include "base/csv/encoding.hpp"

#include "base/text.hpp"

#include <array>

namespace medskapa::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F.
constexpr std::array<char16_t, 32> windows_characters = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

constexpr std::string_view low_byte_first = "\xFF\xFE";
constexpr std::string_view high_byte_first = "\xFE\xFF";

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with(low_byte_first) || bytes.starts_with(high_byte_first);
}

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

/// Half a pair stands for no character and becomes U+FFFD.
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

}  // namespace

std::string as_utf8(std::string&& bytes) {
    const bool is_kept = !is_utf16(bytes) && is_valid_utf8(bytes);
    if (!is_kept) return as_utf8(std::string_view{bytes});
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    return std::move(bytes);
}

std::string as_utf8(std::string_view bytes) {
    if (is_utf16(bytes)) return from_utf16(bytes);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (is_valid_utf8(bytes)) return std::string{bytes};
    std::string result;
    result.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        append_utf8(result, 0x80 <= code && code < 0xA0 ? windows_characters[code - 0x80U] : code);
    }
    return result;
}

}  // namespace medskapa::text
