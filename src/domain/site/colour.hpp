#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// A colour of the screen (sRGB), 0–255 each.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Colour&) const = default;
};

/// Six hexadecimal digits, or three that are doubled, with or without "#": "#1d5647", "fa0". Nothing for
/// anything else.
std::optional<Colour> read_colour(std::string_view);
/// "#1d5647".
std::string written(Colour);

/// How well one is told from the other, 1–21 (WCAG 2.2, contrast ratio). The order does not matter.
double contrast(Colour, Colour);
/// `share` of the first, 0–1, and the rest of the second.
Colour mixed(Colour, Colour, double share);
/// The same hue, darker or lighter by `by`: -1 is black, 1 is white.
Colour lightened(Colour, double by);
/// The same hue, no darker or lighter than it must be for a contrast of `needed` to `against`: darker on a
/// light ground, lighter on a dark one. The colour itself where it is enough.
Colour made_to_hold(Colour, Colour against, double needed);

}  // namespace medskapa
