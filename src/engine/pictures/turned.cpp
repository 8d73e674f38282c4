#include "engine/pictures/raster.hpp"

#include <algorithm>

namespace medskapa::pictures {
namespace {

bool swaps_sides(Orientation o) {
    return o >= Orientation::left_mirrored;
}

/// Where the pixel that is seen at (x, y) lies in the file.
struct At {
    std::size_t x;
    std::size_t y;
};

At source_of(At seen, const Raster& file, Orientation orientation) {
    const auto right = file.width - 1;
    const auto bottom = file.height - 1;
    switch (orientation) {
        case Orientation::upright: break;
        case Orientation::mirrored: return {right - seen.x, seen.y};
        case Orientation::upside_down: return {right - seen.x, bottom - seen.y};
        case Orientation::upside_down_mirrored: return {seen.x, bottom - seen.y};
        case Orientation::left_mirrored: return {seen.y, seen.x};
        case Orientation::turned_left: return {seen.y, bottom - seen.x};
        case Orientation::right_mirrored: return {right - seen.y, bottom - seen.x};
        case Orientation::turned_right: return {right - seen.y, seen.x};
    }
    return seen;
}

}  // namespace

Raster turned(Raster file, Orientation orientation) {
    if (orientation == Orientation::upright || file.bytes.empty()) return file;
    Raster seen{file.width, file.height, file.channels, {}};
    if (swaps_sides(orientation)) std::swap(seen.width, seen.height);
    seen.bytes.resize(file.bytes.size());
    auto* to = seen.bytes.data();
    for (std::size_t y = 0; y < seen.height; ++y)
        for (std::size_t x = 0; x < seen.width; ++x) {
            const auto from = source_of({x, y}, file, orientation);
            const auto* pixel = file.bytes.data() + from.y * file.row_size() + from.x * file.channels;
            to = std::copy_n(pixel, file.channels, to);
        }
    return seen;
}

}  // namespace medskapa::pictures
