#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Pictures of strangers, drawn anew: what comes out holds the picture and nothing else, no place, no name,
/// no thumbnail and nothing after its end. Meant to be run where a fault in a library reaches nothing: see
/// src/redraw.cpp.
namespace medskapa::pictures {

enum class Format { jpeg, png };

/// How a picture's rows and columns lie in the file, by Exif 2.32, tag 0x0112: 1 is as it is seen.
enum class Orientation : std::uint8_t {
    upright = 1,
    mirrored,
    upside_down,
    upside_down_mirrored,
    left_mirrored,
    turned_left,
    right_mirrored,
    turned_right
};

struct Bounds {
    std::uint64_t read = 120'000'000;  // pixels of a picture that comes in
    std::uint64_t held = 16'000'000;   // pixels of a JPEG that is drawn: a larger one becomes smaller
    std::uint64_t exact = 25'000'000;  // pixels of a PNG, which never becomes smaller
    std::uint64_t memory = 200ULL * 1024 * 1024;  // bytes that the JPEG library may hold
    int passes = 60;                              // over a JPEG that comes in layers
    int quality = 86;                             // of the JPEG that is made, of 100
};

enum class Drawn { whole, too_large, not_a_picture };

struct Redrawn {
    Drawn outcome = Drawn::not_a_picture;
    std::string bytes = {};  // in the format that came in, when it is whole
};

/// JPEG (ITU-T T.81) or PNG (ISO 15948) by its first bytes. A picture that is cut short is none. Colours are
/// taken to be sRGB; of a moving picture the first frame is drawn.
Redrawn redraw(std::string_view bytes, const Bounds& = {});

/// How the camera was held, where the file says it. Upright when it does not, or says it wrongly.
Orientation orientation_of(std::string_view jpeg);

}  // namespace medskapa::pictures
