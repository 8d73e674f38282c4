#include "web/statistics/pictures/scale.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace medskapa::web::statistics {
namespace {

constexpr double first_percent = 4;
constexpr double last_percent = 96;

/// The step of 1, 2 or 5 times a power of ten that parts a length in at most six.
double round_step(double length) {
    constexpr double most_steps = 6;
    const double rough = length / most_steps;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= rough) return times * power;
    return 10 * power;
}

}  // namespace

Scale::Scale(Kind kind, double low, double high, std::vector<double> ticks, double origin)
    : kind_{kind}, low_{low}, high_{high}, ticks_{std::move(ticks)}, origin_{origin} {}

Scale Scale::around(const std::vector<double>& values) {
    double low = 0;
    double high = 0;
    for (const double value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (high <= low) high = low + 1;
    const double step = round_step(high - low);
    std::vector<double> ticks;
    const auto first = static_cast<int>(std::ceil(low / step));
    const auto last = static_cast<int>(std::floor(high / step));
    for (int k = first; k <= last; ++k) ticks.push_back(k * step);
    return {Kind::linear, low, high, std::move(ticks), 0};
}

double Scale::at(double value) const {
    const double inside = std::clamp(value, low_, high_);
    const double part = kind_ == Kind::linear
                            ? (inside - low_) / (high_ - low_)
                            : (std::log(inside) - std::log(low_)) / (std::log(high_) - std::log(low_));
    return first_percent + part * (last_percent - first_percent);
}

std::string percent(double of_width) {
    return fmt::format("{:.1f}%", of_width);
}

}  // namespace medskapa::web::statistics
