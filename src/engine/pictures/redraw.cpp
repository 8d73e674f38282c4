#include "engine/pictures/redraw.hpp"

#include "engine/pictures/raster.hpp"

namespace medskapa::pictures {

Redrawn redraw(std::string_view bytes, const Bounds& bounds) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return redraw_jpeg(bytes, bounds);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return redraw_png(bytes, bounds);
    return {};
}

}  // namespace medskapa::pictures
