#include "domain/site/colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace medskapa {
namespace {

constexpr double finest_step = 1.0 / 256;

std::optional<int> digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

/// One channel as light, 0–1.
double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(std::lround(a * share + b * (1 - share)));
}

constexpr Colour black{0, 0, 0};
constexpr Colour white{255, 255, 255};

}  // namespace

std::optional<Colour> read_colour(std::string_view typed) {
    if (typed.starts_with('#')) typed.remove_prefix(1);
    if (typed.size() != 3 && typed.size() != 6) return std::nullopt;
    const std::size_t digits_each = typed.size() / 3;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto high = digit(typed[channel * digits_each]);
        const auto low = digit(typed[channel * digits_each + digits_each - 1]);
        if (!high || !low) return std::nullopt;
        channels[channel] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Colour{channels[0], channels[1], channels[2]};
}

std::string written(Colour c) {
    return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue);
}

double contrast(Colour a, Colour b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

Colour mixed(Colour a, Colour b, double share) {
    return {mixed(a.red, b.red, share), mixed(a.green, b.green, share), mixed(a.blue, b.blue, share)};
}

Colour lightened(Colour c, double by) {
    return by < 0 ? mixed(black, c, -by) : mixed(white, c, by);
}

Colour made_to_hold(Colour c, Colour against, double needed) {
    const double direction = contrast(against, black) > contrast(against, white) ? -1 : 1;
    for (double by = 0; by < 1; by += finest_step)
        if (const auto tried = lightened(c, direction * by); contrast(tried, against) >= needed) return tried;
    return direction < 0 ? black : white;
}

}  // namespace medskapa
