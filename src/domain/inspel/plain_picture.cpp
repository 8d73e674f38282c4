#include "domain/inspel/plain_picture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace medskapa {
namespace {

using namespace std::string_view_literals;

std::size_t number(std::string_view bytes) {
    std::size_t value = 0;
    for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

// Markers of a JPEG, by T.81, table B.1.
constexpr auto start = "\xFF\xD8"sv;
constexpr auto end = "\xFF\xD9"sv;
constexpr auto jfif = "JFIF\0"sv;
constexpr char scan = '\xDA';
constexpr char app0 = '\xE0';
constexpr std::array drawn{'\xC0', '\xC4', '\xDB', '\xDD', scan};  // frame, tables, restarts

/// From the first byte after a scan's head to the next marker that is no part of it.
std::size_t end_of_scan(std::string_view jpeg, std::size_t at) {
    for (; at + 1 < jpeg.size(); ++at) {
        const auto next = static_cast<unsigned char>(jpeg[at + 1]);
        if (jpeg[at] == '\xFF' && next != 0 && (next < 0xD0 || next > 0xD7)) return at;
    }
    return jpeg.size();
}

bool belongs_to_jpeg(char marker, std::string_view segment) {
    constexpr std::size_t size_of_jfif = 14;
    if (marker == app0) return segment.starts_with(jfif) && segment.size() == size_of_jfif;
    return std::find(drawn.begin(), drawn.end(), marker) != drawn.end();
}

}  // namespace

bool is_plain_jpeg(std::string_view jpeg) {
    if (!jpeg.starts_with(start)) return false;
    bool is_drawn = false;
    for (std::size_t at = start.size(); at + 4 <= jpeg.size();) {
        const auto marker = jpeg[at + 1];
        const auto size = number(jpeg.substr(at + 2, 2));
        if (jpeg[at] != '\xFF' || size < 2 || jpeg.size() - at - 2 < size) return false;
        if (!belongs_to_jpeg(marker, jpeg.substr(at + 4, size - 2))) return false;
        at += 2 + size;
        if (marker != scan) continue;
        is_drawn = true;
        at = end_of_scan(jpeg, at);
        if (jpeg.substr(at) == end) return is_drawn;
    }
    return false;
}

bool is_plain_png(std::string_view png) {
    constexpr auto signature = "\x89PNG\r\n\x1A\n"sv;
    constexpr std::array belongs{"IHDR"sv, "PLTE"sv, "tRNS"sv, "sRGB"sv, "gAMA"sv, "cHRM"sv, "IDAT"sv};
    constexpr std::size_t around = 12;  // the chunk's size and name before it, a check sum after it
    if (!png.starts_with(signature)) return false;
    bool is_drawn = false;
    for (auto at = signature.size(); png.size() - at >= around;) {
        const auto size = number(png.substr(at, 4));
        const auto name = png.substr(at + 4, 4);
        if (png.size() - at - around < size) return false;
        at += around + size;
        if (name == "IEND") return is_drawn && size == 0 && at == png.size();
        is_drawn = is_drawn || name == "IDAT";
        if (std::find(belongs.begin(), belongs.end(), name) == belongs.end()) return false;
    }
    return false;
}

}  // namespace medskapa
