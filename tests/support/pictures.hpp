#pragma once

#include <zlib.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

/// Pictures as people send them: tests/pictures/.
namespace example {

inline std::string picture(const std::string& name) {
    std::ifstream stream{"tests/pictures/" + name, std::ios::binary};
    if (!stream) throw std::runtime_error{"no picture " + name};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// 48 pixels wide and 32 high in the file, taken on its side, with the place and a name in its Exif block and
/// a script after its end.
inline std::string photo() {
    return picture("photo.jpg");
}
/// 40 pixels wide and 24 high, with the name of who made it.
inline std::string screenshot() {
    return picture("screen.png");
}

/// A grey PNG (ISO 15948) of this size, with nothing in it but the picture.
inline std::string grey_png(std::uint32_t width, std::uint32_t height) {
    const auto number = [](std::uint32_t value) {
        return std::string{static_cast<char>(value >> 24), static_cast<char>(value >> 16),
            static_cast<char>(value >> 8), static_cast<char>(value)};
    };
    const auto chunk = [&](const std::string& kind, const std::string& data) {
        const auto checked = kind + data;
        const auto sum =
            crc32(0, reinterpret_cast<const Bytef*>(checked.data()), static_cast<uInt>(checked.size()));
        return number(static_cast<std::uint32_t>(data.size())) + checked +
               number(static_cast<std::uint32_t>(sum));
    };
    const std::string rows((width + 1) * height, '\0');
    std::string packed(compressBound(rows.size()), '\0');
    auto size = static_cast<uLongf>(packed.size());
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
        rows.size());
    packed.resize(size);
    const std::string grey_of_8_bits{"\x08\0\0\0\0", 5};
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(width) + number(height) + grey_of_8_bits) +
           chunk("IDAT", packed) + chunk("IEND", "");
}

}  // namespace example
