#include "engine/pictures/raster.hpp"

#include <png.h>

namespace medskapa::pictures {
namespace {

/// libpng's simplified interface: no fault in a file leaves its functions, whatever is in it.
class Image {
public:
    Image() { image_.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&image_); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    png_image* get() { return &image_; }
    png_image* operator->() { return &image_; }
    /// A part of the file that is missing is a warning to libpng.
    bool is_sound() const { return PNG_IMAGE_FAILED(image_) == 0; }

private:
    png_image image_{};
};

std::string written(const Raster& raster, png_uint_32 format) {
    Image image;
    image->width = static_cast<png_uint_32>(raster.width);
    image->height = static_cast<png_uint_32>(raster.height);
    image->format = format;
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(image.get(), nullptr, &size, 0, raster.bytes.data(), 0, nullptr) == 0)
        return {};
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(image.get(), bytes.data(), &size, 0, raster.bytes.data(), 0, nullptr) == 0)
        return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace

Redrawn redraw_png(std::string_view bytes, const Bounds& bounds) {
    Image image;
    if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0) return {};
    if (std::uint64_t{image->width} * image->height > bounds.exact) return {Drawn::too_large, {}};
    // Eight bits a channel, as a screen shows it; what shines through stays so.
    image->format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
    const auto format = image->format;
    Raster raster{image->width, image->height, PNG_IMAGE_PIXEL_CHANNELS(format), {}};
    raster.bytes.resize(PNG_IMAGE_SIZE(*image.get()));
    if (png_image_finish_read(image.get(), nullptr, raster.bytes.data(), 0, nullptr) == 0) return {};
    if (!image.is_sound()) return {};
    auto made = written(raster, format);
    if (made.empty()) return {};
    return {Drawn::whole, std::move(made)};
}

}  // namespace medskapa::pictures
