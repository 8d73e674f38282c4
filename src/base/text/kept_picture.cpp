#include "base/text/kept_picture.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace medskapa {
namespace {

using namespace std::string_view_literals;
using Format = KeptPicture::Format;

constexpr std::size_t digits_of_digest = 64;
constexpr int longest_side = 65'535;

std::string ending_of(Format format) {
    return '.' + std::string{name_of(format)};
}

/// A side in decimal digits without a zero before them; 0 for anything else.
int side(std::string_view digits) {
    int value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_number = fault == std::errc{} && end == digits.data() + digits.size();
    return is_number && value > 0 && value <= longest_side && digits.front() != '0' ? value : 0;
}

bool is_digest(std::string_view digits) {
    return digits.size() == digits_of_digest && digits.find_first_not_of("0123456789abcdef") == digits.npos;
}

/// The big-endian number of these bytes.
std::uint32_t number(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const unsigned char c : bytes) value = value << 8U | c;
    return value;
}

struct Sides {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

Sides sides_of_png(std::string_view png) {
    constexpr std::size_t head = 24;  // the signature, and IHDR up to the height
    if (png.size() < head || png.substr(12, 4) != "IHDR"sv) return {};
    return {number(png.substr(16, 4)), number(png.substr(20, 4))};
}

/// Of the first frame's head, SOF0 to SOF15, apart from the three markers among them that are none.
Sides sides_of_jpeg(std::string_view jpeg) {
    for (std::size_t at = 2; at + 9 <= jpeg.size();) {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        if (jpeg[at] != '\xFF') return {};
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return {number(jpeg.substr(at + 7, 2)), number(jpeg.substr(at + 5, 2))};
        at += 2 + std::max<std::size_t>(number(jpeg.substr(at + 2, 2)), 2);
    }
    return {};
}

}  // namespace

std::string file_name(const KeptPicture& picture) {
    return fmt::format(
        "{}-{}x{}{}", picture.digest, picture.width, picture.height, ending_of(picture.format));
}

std::optional<KeptPicture> picture_named(std::string_view name) {
    for (const auto format : {Format::jpeg, Format::png}) {
        if (!name.ends_with(ending_of(format))) continue;
        name.remove_suffix(ending_of(format).size());
        const auto cross = name.find('x', std::min(digits_of_digest, name.size()));
        if (cross == name.npos || name[digits_of_digest] != '-') return std::nullopt;
        KeptPicture picture{std::string{name.substr(0, digits_of_digest)}, format,
            side(name.substr(digits_of_digest + 1, cross - digits_of_digest - 1)),
            side(name.substr(cross + 1))};
        if (!is_digest(picture.digest) || picture.width == 0 || picture.height == 0) return std::nullopt;
        return picture;
    }
    return std::nullopt;
}

std::string address_of(const KeptPicture& picture) {
    return std::string{picture_scheme} + file_name(picture);
}

std::optional<KeptPicture> picture_at(std::string_view address) {
    if (!address.starts_with(picture_scheme)) return std::nullopt;
    return picture_named(address.substr(picture_scheme.size()));
}

std::optional<KeptPicture> name_of_picture(std::string_view bytes) {
    const bool is_png = bytes.starts_with("\x89PNG\r\n\x1A\n"sv);
    if (!is_png && !bytes.starts_with("\xFF\xD8\xFF"sv)) return std::nullopt;
    const auto sides = is_png ? sides_of_png(bytes) : sides_of_jpeg(bytes);
    if (std::min(sides.width, sides.height) == 0 || std::max(sides.width, sides.height) > longest_side)
        return std::nullopt;
    return KeptPicture{hex(as_text(sha256(bytes))), is_png ? Format::png : Format::jpeg,
        static_cast<int>(sides.width), static_cast<int>(sides.height)};
}

}  // namespace medskapa
