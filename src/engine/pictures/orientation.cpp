#include "engine/pictures/redraw.hpp"

#include <cstddef>
#include <optional>

namespace medskapa::pictures {
namespace {

using namespace std::string_view_literals;

constexpr std::uint16_t orientation_tag = 0x0112;
constexpr std::size_t most_tags = 200;

/// Numbers of a TIFF block (TIFF 6.0), in the order of bytes that it says itself.
class Numbers {
public:
    explicit Numbers(std::string_view tiff) : tiff_{tiff}, little_{tiff.starts_with("II*\0"sv)} {}

    bool is_tiff() const { return little_ || tiff_.starts_with("MM\0*"sv); }
    std::optional<std::uint32_t> at(std::size_t place, std::size_t size) const {
        if (place > tiff_.size() || tiff_.size() - place < size) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto byte = static_cast<unsigned char>(tiff_[place + (little_ ? size - 1 - i : i)]);
            value = value << 8U | byte;
        }
        return value;
    }

private:
    std::string_view tiff_;
    bool little_;
};

std::optional<std::uint32_t> orientation_in(std::string_view tiff) {
    const Numbers numbers{tiff};
    const auto table = numbers.is_tiff() ? numbers.at(4, 4) : std::nullopt;
    const auto tags = table ? numbers.at(*table, 2) : std::nullopt;
    if (!tags || *tags > most_tags) return std::nullopt;
    constexpr std::size_t size_of_tag = 12;
    for (std::size_t i = 0; i < *tags; ++i) {
        const auto tag = std::size_t{*table} + 2 + i * size_of_tag;
        if (numbers.at(tag, 2) == orientation_tag) return numbers.at(tag + 8, 2);
    }
    return std::nullopt;
}

/// The TIFF block of the first Exif segment before the picture itself begins.
std::string_view exif_of(std::string_view jpeg) {
    constexpr auto start_of_scan = '\xDA';
    constexpr auto app1 = '\xE1';
    constexpr auto mark = "Exif\0\0"sv;
    std::size_t at = 2;
    while (jpeg.size() >= at + 4 && jpeg[at] == '\xFF' && jpeg[at + 1] != start_of_scan) {
        const auto size = static_cast<std::size_t>(static_cast<unsigned char>(jpeg[at + 2])) << 8U |
                          static_cast<unsigned char>(jpeg[at + 3]);
        if (size < 2 || jpeg.size() - at - 2 < size) return {};
        const auto segment = jpeg.substr(at + 4, size - 2);
        if (jpeg[at + 1] == app1 && segment.starts_with(mark)) return segment.substr(mark.size());
        at += 2 + size;
    }
    return {};
}

}  // namespace

Orientation orientation_of(std::string_view jpeg) {
    const auto found = orientation_in(exif_of(jpeg));
    if (!found || *found < 1 || *found > 8) return Orientation::upright;
    return static_cast<Orientation>(*found);
}

}  // namespace medskapa::pictures
