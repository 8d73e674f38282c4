#include "engine/opinion/statistics/priority.hpp"

#include <cmath>
#include <numbers>

namespace medskapa::opinion {
namespace {

/// Of mean 0 and deviation 1 (Box and Muller 1958).
double normal(Random& random) {
    const double length = std::sqrt(-2 * std::log1p(-random.unit()));
    return length * std::cos(2 * std::numbers::pi * random.unit());
}

/// Of the given shape, at least 1, and scale 1 (Marsaglia and Tsang 2000).
double gamma(double shape, Random& random) {
    const double d = shape - 1.0 / 3;
    while (true) {
        const double x = normal(random);
        const double root = 1 + x / std::sqrt(9 * d);
        if (root <= 0) continue;
        const double v = root * root * root;
        if (std::log1p(-random.unit()) < x * x / 2 + d - d * v + d * std::log(v)) return d * v;
    }
}

}  // namespace

double priority(const Tally& tally, double extremity, bool is_meta) {
    constexpr double meta_weight = 7;
    if (is_meta) return meta_weight * meta_weight;
    const double votes = tally.votes;
    const double passes = (tally.passes() + 1) / (votes + 2);
    const double agrees = (tally.agrees + 1) / (votes + 2);
    const double importance = (1 - passes) * (extremity + 1) * agrees;
    const double weight = importance * (1 + 8 * std::exp2(-votes / 5));
    return weight * weight;
}

double explored(double priority, const Tally& tally, Random& random) {
    const double agrees = gamma(tally.agrees + 1, random);
    const double others = gamma(tally.votes - tally.agrees + 1, random);
    const double drawn = agrees / (agrees + others);
    const double guessed = (tally.agrees + 1.0) / (tally.votes + 2.0);
    return priority * (drawn / guessed) * (drawn / guessed);
}

}  // namespace medskapa::opinion
