#pragma once

#include "engine/pictures/redraw.hpp"

#include <cstddef>
#include <vector>

namespace medskapa::pictures {

/// Rows of pixels, top to bottom, of one byte (grey) or three (red, green, blue) each.
struct Raster {
    std::size_t width = 0;
    std::size_t height = 0;
    std::size_t channels = 3;
    std::vector<unsigned char> bytes = {};

    std::size_t row_size() const { return width * channels; }
};

/// The picture as it is seen when the camera was held so.
Raster turned(Raster, Orientation);

/// Both by format; `png` draws and writes at once.
Redrawn redraw_jpeg(std::string_view, const Bounds&);
Redrawn redraw_png(std::string_view, const Bounds&);

}  // namespace medskapa::pictures
